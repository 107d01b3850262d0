// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.Credentials;
import dev.conversations.api.TwilioClient;
import dev.conversations.camel.LogCapture;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.RegistrationLevel;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.Wire;
import dev.conversations.webhook.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** Whatever a call ends with, the registration says so, is tried again, and comes true in the end. */
class DyingRegistrationTest {
    private static final String URL = "https://bridge.example.com/twilio/conversations";

    /** The last cannot even be told of. */
    private static final List<Supplier<Throwable>> ENDS = List.of(
            OutOfMemoryError::new, StackOverflowError::new, () -> new NoClassDefFoundError("org/example/Gone"),
            () -> new ExceptionInInitializerError("x"), AssertionError::new, () -> new LinkageError("x"),
            () -> new IllegalStateException("x"), NullPointerException::new, Unspeakable::new);

    private static final class Unspeakable extends Error {
        private static final long serialVersionUID = 1;

        @Override
        public String toString() {
            throw new OutOfMemoryError();
        }
    }

    @Test
    void aRegistrationThatDiesIsTriedAgain() throws Exception {
        try (Sandbox sandbox = Sandbox.start(); CloseableHttpClient http = HttpClients.createMinimal();
                DefaultCamelContext context = new DefaultCamelContext(); LogCapture log = LogCapture.of(Registrar.class)) {
            Map<Enrolment, AtomicInteger> deaths = new LinkedHashMap<>();
            for (Supplier<Throwable> end : ENDS) {
                AtomicInteger left = new AtomicInteger(2);
                Credentials mortal = () -> {
                    if (left.getAndDecrement() > 0) {
                        DyingRegistrationTest.<RuntimeException>raise(end.get());
                    }
                    return Credentials.basic(sandbox.accountSid(), sandbox.authToken()).authorization();
                };
                deaths.put(enrol(context, new TwilioClient(http, sandbox.baseUri(), mortal)), left);
            }

            deaths.keySet().forEach(enrolment -> Enrolment.begin(List.of(enrolment)));

            await().untilAsserted(() -> assertThat(deaths.keySet()).extracting(Enrolment::state).containsOnly("registered"));
            assertThat(deaths.values()).allSatisfy(left -> assertThat(left.get()).isNegative());
            assertThat(deaths.keySet()).allSatisfy(enrolment -> assertThat(enrolment.drift()).isEmpty());
            assertThat(new Wire(sandbox).get("/v1/Configuration/Webhooks").body()).containsEntry("post_webhook_url", URL);
            assertThat(log.lines(Level.WARN)).hasSize(2 * (ENDS.size() - 1))
                    .allSatisfy(line -> assertThat(line).contains("failed, again in"));
        }
    }

    private static Enrolment enrol(DefaultCamelContext context, TwilioClient client) {
        Registrar registrar = new Registrar(context);
        registrar.start();
        WebhookConfiguration options = new WebhookConfiguration();
        options.setRegistration(RegistrationLevel.ACCOUNT);
        options.setPublicUrl("https://bridge.example.com");
        return Enrolment.of(registrar, options, new ConversationsConfiguration(),
                new Wish(URL, Set.of(EventType.ON_MESSAGE_ADDED)), () -> client);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable end) throws T {
        throw (T) end;
    }
}
