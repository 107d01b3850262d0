// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.SandboxExtension;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@DirtiesContext
class WelcomeTest {
    @RegisterExtension
    static SandboxExtension twilio = new SandboxExtension();

    @Autowired
    CamelContext context;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        int port = TestSocketUtils.findAvailableTcpPort();
        registry.add("server.port", () -> port);
        twilio.properties("http://localhost:" + port).forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void listen() {
        twilio.listen("+15559990000");
        twilio.awaitRegistered(context);
    }

    @Test
    void whoWritesForTheFirstTimeIsWelcomedOnce() {
        Phone customer = twilio.phone("+15551230001");
        customer.writes("Hello");
        assertEquals("Welcome! One of us will answer you soon.", customer.awaitReceived(1).get(0).body());
        customer.writes("Anybody there?");
        Phone another = twilio.phone("+15551230002");
        another.writes("Hello");
        another.awaitReceived(1);
        assertEquals(1, customer.received().size());
    }
}
