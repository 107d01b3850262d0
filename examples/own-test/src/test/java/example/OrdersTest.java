// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.SandboxExtension;
import org.apache.camel.BeanInject;
import org.apache.camel.CamelContext;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@CamelMainTest(mainClass = Orders.class)
class OrdersTest {
    @RegisterExtension
    static SandboxExtension twilio = new SandboxExtension();

    @BeanInject
    CamelContext context;

    @Configure
    void configure(MainConfigurationProperties main) {
        twilio.configure(main);
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
