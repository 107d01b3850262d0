// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.Credentials;
import dev.conversations.api.TwilioClient;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.RegistrationLevel;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.Wire;
import dev.conversations.webhook.EventType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A route ends while its setting is being written: what is taken back stays so, and what another wants stays written. */
class EndingRegistrationTest {
    private static final String URL = "https://bridge.example.com/twilio/conversations";

    private final Sandbox sandbox = Sandbox.start();
    private final CloseableHttpClient http = HttpClients.createMinimal();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Registrar registrar = new Registrar(context);
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void start() {
        registrar.start();
    }

    @AfterEach
    void stop() throws Exception {
        go.countDown();
        registrar.stop();
        context.close();
        http.close();
        sandbox.close();
    }

    @Test
    void whatIsBeingWrittenWhenItsRouteEndsIsTakenBackAfterwards() throws Exception {
        Enrolment route = enrolment();
        Enrolment.begin(List.of(route));
        writing.await();
        CompletableFuture<Void> end = CompletableFuture.runAsync(route::end);
        waitForAWhile(end);
        go.countDown();

        end.get(60, TimeUnit.SECONDS);
        assertThat(registered()).isNotEqualTo(URL);
    }

    @Test
    void whatAnotherRouteWantsMeanwhileStaysWritten() throws Exception {
        Enrolment route = enrolment();
        Enrolment other = enrolment();
        Enrolment.begin(List.of(route));
        writing.await();
        CompletableFuture<Void> end = CompletableFuture.runAsync(route::end);
        waitForAWhile(end);
        Enrolment.begin(List.of(other));
        go.countDown();

        end.get(60, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(other.state()).isEqualTo("registered"));
        assertThat(registered()).isEqualTo(URL);
    }

    @Test
    void aRegistrarThatStopsKeepsNobodyWaiting() throws Exception {
        Enrolment route = enrolment();
        Enrolment.begin(List.of(route));
        writing.await();
        CompletableFuture<Void> end = CompletableFuture.runAsync(route::end);
        waitForAWhile(end);
        registrar.stop();

        end.get(60, TimeUnit.SECONDS);
        assertThat(registered()).isNotEqualTo(URL);
    }

    /** It may end early, if it writes beside what is being written; then that comes after it. */
    private static void waitForAWhile(CompletableFuture<Void> end) throws Exception {
        try {
            end.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // It waits.
        }
    }

    private Object registered() throws Exception {
        return new Wire(sandbox).get("/v1/Configuration/Webhooks").body().get("post_webhook_url");
    }

    /** Wants one setting; its second call, which writes it, is held. */
    private Enrolment enrolment() {
        AtomicInteger calls = new AtomicInteger();
        Credentials held = () -> {
            if (calls.incrementAndGet() == 2) {
                writing.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Credentials.basic(sandbox.accountSid(), sandbox.authToken()).authorization();
        };
        WebhookConfiguration options = new WebhookConfiguration();
        options.setRegistration(RegistrationLevel.ACCOUNT);
        options.setPublicUrl("https://bridge.example.com");
        options.setUnregisterOnStop(true);
        return Enrolment.of(registrar, options, new ConversationsConfiguration(), new Wish(URL, Set.of(EventType.ON_MESSAGE_ADDED)),
                () -> new TwilioClient(http, sandbox.baseUri(), held));
    }
}
