// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.SandboxExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderRoutesTest extends CamelTestSupport {
    @RegisterExtension
    static SandboxExtension twilio = new SandboxExtension();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return twilio.connect(super.createCamelContext());
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new OrderRoutes();
    }

    @Test
    void whoAsksIsAnswered() {
        twilio.listen("+15559990000");
        twilio.awaitRegistered(context);
        Phone customer = twilio.phone("+15551230001");
        customer.writes("Where is order 4711?");
        assertEquals("We look into it.", customer.awaitReceived(1).get(0).body());
    }
}
