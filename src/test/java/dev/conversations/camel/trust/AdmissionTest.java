// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Timing;
import dev.conversations.camel.LogCapture;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.webhook.Signature;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private static final String SECRET = "+15551230001";

    @Test
    void aForgedWebhookIsRefusedAndTheRouteNeverRuns() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded", "Author", SECRET);
            String url = webhooks.url(Webhooks.PATH);
            String signature = Signature.sign(Webhooks.TOKEN, url, event);
            event.put("Body", List.of("forged"));

            assertThat(webhooks.post(url, event, signature).statusCode()).isEqualTo(403);
            assertThat(webhooks.post(url, event, null).statusCode()).isEqualTo(403);
            assertThat(webhooks.post(url, event, "").statusCode()).isEqualTo(403);
            assertThat(webhooks.send(HttpRequest.newBuilder(URI.create(url)), null).statusCode()).isEqualTo(403);
            assertThat(webhooks.mock("events").getReceivedCounter()).isZero();
            assertThat(webhooks.count(Outcome.REFUSED)).isEqualTo(4);
        }
    }

    @Test
    void aRefusalExplainsItselfWithoutAnyValue() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded?publicUrl=RAW(https://user:word@example.com)");
                LogCapture log = LogCapture.of(RefusalLog.class)) {
            Map<String, List<String>> event =
                    Webhooks.event("onMessageAdded", "Author", SECRET, "Body", "secret\ntext");
            webhooks.post(webhooks.url(Webhooks.PATH) + "?a=secret", event, "secret");
            webhooks.post(webhooks.url(Webhooks.PATH), event, "secret");

            assertThat(log.lines(Level.WARN)).singleElement().asString()
                    .contains("refused: its signature is not valid")
                    .contains("POST https://example.com/twilio/conversations, ")
                    .contains("with a query", "with 6 parameters, 6 of them known")
                    .contains("publicUrl")
                    .doesNotContain("secret", "word", SECRET, Webhooks.TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"body\":\"secret text\",\"author\":\"+15551230001\"}",
        "secret text %2B15551230001=1&onSecretText=2",
        "EventType=secret%0A15551230001",
        "secret\nWARN+15551230001",
    })
    void whatAStrangerSentIsCountedNotTold(String body) throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded");
                LogCapture log = LogCapture.of(RefusalLog.class)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(webhooks.url(Webhooks.PATH) + "?secret=" + SECRET))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Secret-15551230001", "secret")
                    .POST(HttpRequest.BodyPublishers.ofString(body));

            assertThat(webhooks.send(request, "secret").statusCode()).isEqualTo(403);
            assertThat(log.lines(Level.WARN)).singleElement().asString()
                    .contains("refused").containsPattern("with \\d parameters").doesNotContainIgnoringCase("secret")
                    .doesNotContain("5551230001", "\n");
            assertThat(webhooks.paths().get(0).lastRefusal())
                    .doesNotContainIgnoringCase("secret").doesNotContain("5551230001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example:8443", "[::1]:8080", "localhost"})
    void theHostAsReceivedIsToldWhereItLooksLikeOne(String host) {
        assertThat(refused(host)).contains("POST http://" + host + Webhooks.PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15551230001", "anna@example.org", "a b", "a\nWARN all is well", "<script>", "x/secret"})
    void aHostThatIsNoneIsNotTold(String host) {
        assertThat(refused(host)).contains("an odd URL").doesNotContain(host);
    }

    private static String refused(String host) {
        RefusalLog log = new RefusalLog(Webhooks.PATH, Timing.SYSTEM);
        dev.conversations.camel.listen.HttpRequest request = new dev.conversations.camel.listen.HttpRequest(
                "POST", "http://" + host, Webhooks.PATH, null, name -> null, null, new byte[0]);
        WebhookConfiguration options = new WebhookConfiguration();
        log.refused(request, Map.of(), List.of(Door.of(options, Webhooks.TOKEN)), false);
        return log.last();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com,                      https://example.com/twilio/conversations",
        "https://example.com,                      https://example.com:443/twilio/conversations",
        "https://example.com/,                     https://example.com/twilio/conversations",
        "https://example.com/prefix,               https://example.com/prefix/twilio/conversations",
        "https://example.com/twilio/conversations, https://example.com/twilio/conversations",
        "https://example.com/twilio/conversations#rc=2, https://example.com/twilio/conversations",
        "https://example.com/hook,                 https://example.com/hook",
        "https://user:word@example.com,            https://user:word@example.com/twilio/conversations",
        "http://Example.com:8080,                  http://Example.com:8080/twilio/conversations",
    })
    void thePublicUrlIsWhatTwilioWasTold(String publicUrl, String signed) throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded?publicUrl=RAW(" + publicUrl + ")")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            String received = webhooks.url(Webhooks.PATH);

            assertThat(webhooks.post(received, event, Signature.sign(Webhooks.TOKEN, signed, event)).statusCode())
                    .isEqualTo(200);
            assertThat(webhooks.post(received, event, Signature.sign(Webhooks.TOKEN, received, event)).statusCode())
                    .isEqualTo(403);
            String query = Signature.sign(Webhooks.TOKEN, signed + "?tenant=a%20b", event);
            assertThat(webhooks.post(received + "?tenant=a%20b", event, query).statusCode()).isEqualTo(200);
            assertThat(webhooks.post(received + "?tenant=c", event, query).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void severalTokensAreGoodWhileOneIsReplaced() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded?webhookAuthToken=old, new")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            String url = webhooks.url(Webhooks.PATH);

            assertThat(webhooks.post(url, event, Signature.sign("new", url, event)).statusCode()).isEqualTo(200);
            assertThat(webhooks.post(url, event, Signature.sign("old", url, event)).statusCode()).isEqualTo(200);
            assertThat(webhooks.post(url, event, Signature.sign(Webhooks.TOKEN, url, event)).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void routesOfTwoAccountsBehindOnePathGetTheirOwnEvents() throws Exception {
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/all?webhookAuthToken=first").to("mock:first");
                from("twilio-conversations:events/all?webhookAuthToken=second").to("mock:second");
            }
        })) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            String url = webhooks.url(Webhooks.PATH);
            webhooks.post(url, event, Signature.sign("second", url, event));

            assertThat(webhooks.mock("first").getReceivedCounter()).isZero();
            assertThat(webhooks.mock("second").getReceivedCounter()).isEqualTo(1);
        }
    }

    @Test
    void withoutVerificationAnyoneMayCome() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded?validateSignature=false")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");

            assertThat(webhooks.post(webhooks.url(Webhooks.PATH), event, null).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void reportOnlyLetsAllInAndSaysWhatWouldBeRefused() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded?reportOnly=true");
                LogCapture log = LogCapture.of(RefusalLog.class)) {
            webhooks.tell(Webhooks.event("onMessageAdded"));
            assertThat(webhooks.count(Outcome.REPORTED)).isZero();
            String url = webhooks.url(Webhooks.PATH);
            assertThat(webhooks.post(url, Webhooks.event("onMessageAdded"), "forged").statusCode()).isEqualTo(200);

            assertThat(webhooks.mock("events").getReceivedCounter()).isEqualTo(2);
            assertThat(webhooks.count(Outcome.REPORTED)).isEqualTo(1);
            assertThat(webhooks.count(Outcome.REFUSED)).isZero();
            assertThat(log.lines(Level.WARN)).singleElement().asString()
                    .contains("would be refused: its signature is not valid");
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.0/8, 200", "10.0.0.1, 403", "'', 403"})
    void onlyATrustedProxySaysWhatTwilioCalled(String trusted, int status) throws Exception {
        String option = trusted.isEmpty() ? "" : "?trustedProxies=" + trusted;
        try (Webhooks webhooks = Webhooks.from("onMessageAdded" + option)) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            String told = "https://example.com/edge" + Webhooks.PATH + "?a=b";
            String signature = Signature.sign(Webhooks.TOKEN, told, event);
            String[] headers = {
                "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil, example.com, inner",
                "X-Forwarded-For", "203.0.113.9, 127.0.0.1", "X-Forwarded-Prefix", "/edge/"
            };

            assertThat(webhooks.post(webhooks.url(Webhooks.PATH) + "?a=b", event, signature, headers).statusCode())
                    .isEqualTo(status);
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "X-Forwarded-Proto=https & X-Forwarded-Host=evil & X-Forwarded-Host=example.com & X-Forwarded-Prefix=/x & X-Forwarded-Prefix=edge/",
        "X-Forwarded-Proto=http & X-Forwarded-Host=evil, worse & X-Forwarded-For=1.2.3.4, 203.0.113.9 & X-Forwarded-For=127.0.0.1"
                + " & X-Forwarded-Proto=https, http & X-Forwarded-Host=example.com & X-Forwarded-Host=inner & X-Forwarded-Prefix=/edge",
        "Forwarded=host=evil;proto=http & Forwarded=for=\"[2001:db8::9]:443\";proto=https;host=\"example.com\" & X-Forwarded-Prefix=/edge/",
        "Forwarded=for=_a;host=example.com;proto=https & Forwarded=for=\"127.0.0.1:5\";host=inner;proto=http & X-Forwarded-Prefix=/edge",
    })
    void whatProxiesAddInLinesOfTheirOwnCountsAsInOne(String lines) throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded?trustedProxies=127.0.0.0/8")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            String[] headers = Stream.of(lines.split(" & ")).flatMap(line -> Stream.of(line.split("=", 2))).toArray(String[]::new);

            for (String host : new String[] {"example.com", "evil", "worse", "inner"}) {
                String signature = Signature.sign(Webhooks.TOKEN, "https://" + host + "/edge" + Webhooks.PATH, event);
                assertThat(webhooks.post(webhooks.url(Webhooks.PATH), event, signature, headers).statusCode()).as(host)
                        .isEqualTo(host.equals("example.com") ? 200 : 403);
            }
        }
    }
}
