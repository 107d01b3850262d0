// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.receive.Webhooks;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody changes in a webhook that Twilio signed, of whichever event, no route hears of it; and what came once comes once. */
class ForgedEventsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN_HEADER = "I-Twilio-Idempotency-Token";

    private static Webhooks webhooks;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                Stream.of(EventType.values()).map(EventType::event).forEach(event ->
                        from("twilio-conversations:events/" + event).to("mock:" + event));
            }
        });
        url = webhooks.url(Webhooks.PATH);
    }

    @AfterAll
    static void stop() throws Exception {
        webhooks.close();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void noForgeryReachesARoute(EventType type) throws Exception {
        Map<String, List<String>> event = Webhooks.event(type.event(), "Body", "good");
        String right = Signature.sign(Webhooks.TOKEN, url, event);
        String form = Webhooks.form(event);

        refused(type, form, null, FORM, url);
        refused(type, form, "", FORM, url);
        refused(type, form, Signature.sign("f".repeat(32), url, event), FORM, url);
        refused(type, form, right.toLowerCase(java.util.Locale.ROOT), FORM, url);
        refused(type, form, right.replace("=", ""), FORM, url);
        refused(type, form, right + "\t" + right, FORM, url);
        refused(type, form, Signature.sign(Webhooks.TOKEN, url.replace("localhost", "example.com"), event), FORM, url);
        refused(type, form, right, FORM, url.replace("localhost", "127.0.0.1"));
        refused(type, form, right, FORM, url + "?a=b");
        refused(type, form, right, FORM, url + "?bodySHA256=0");
        refused(type, form, Signature.sign(Webhooks.TOKEN, url), FORM, url + "?" + form);
        refused(type, form.replace("good", "evil"), right, FORM, url);
        refused(type, form + "&Body=evil", right, FORM, url);
        refused(type, "Body=evil&" + form, right, FORM, url);
        refused(type, form + "&Added=1", right, FORM, url);
        refused(type, form + "&body=evil", right, FORM, url);
        refused(type, form.replace("&Body=good", ""), right, FORM, url);
        refused(type, form.replace("EventType=" + type.event(), "EventType=onMessageAdded2"), right, FORM, url);
        refused(type, form, right, "text/plain", url);
        refused(type, form, right, "multipart/form-data; boundary=x", url);
        refused(type, form, right, "application/json", url);
        refused(type, "{\"EventType\":\"" + type.event() + "\"}", right, "application/json", url);
        refused(type, form, right, FORM, url, "X-Twilio-Signature", right);
        refused(type, form.replace("good", "evil"), right, FORM, url, "X-Forwarded-Host", "example.com", "X-HTTP-Method-Override", "GET");
        refused(type, form, right, FORM, url, "X-Twilio-Webhooks-Signature-Settings", "key=SK" + "0".repeat(32) + ",algorithm=HMAC_SHA256");
        refused(type, "", right, FORM, url + "?" + form);

        assertThat(webhooks.mock(type.event()).getReceivedCounter()).isZero();
        assertThat(webhooks.post(url, event, right).statusCode()).isEqualTo(200);
        assertThat(webhooks.mock(type.event()).getReceivedCounter()).isEqualTo(1);
        webhooks.mock(type.event()).reset();
    }

    @ParameterizedTest
    @EnumSource(value = EventType.class, names = ".*(ADDED|REMOVED|UPDATED)", mode = EnumSource.Mode.MATCH_ANY)
    void whatIsSentAgainIsNotWorkedOnAgain(EventType type) throws Exception {
        Map<String, List<String>> event = new LinkedHashMap<>(Webhooks.event(type.event()));
        String right = Signature.sign(Webhooks.TOKEN, url, event);

        for (int i = 0; i < 3; i++) {
            assertThat(webhooks.post(url, event, right, TOKEN_HEADER, "of this telling").statusCode()).isEqualTo(200);
        }

        assertThat(webhooks.mock(type.event()).getReceivedCounter()).isEqualTo(1);
        webhooks.mock(type.event()).reset();
    }

    private static void refused(EventType type, String body, String signature, String contentType, String to, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to)).header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
        assertThat(webhooks.send(request, signature, headers).statusCode()).as(type + " " + contentType + " " + to).isBetween(400, 415);
    }
}
