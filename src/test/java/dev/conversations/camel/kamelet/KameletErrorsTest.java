// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.TwilioException;
import dev.conversations.model.Message;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing or wrong is said in one line that names it, before anything happens where that can be. */
class KameletErrorsTest {

    private static final String KAMELET = "kamelet:twilio-conversations-";
    private static final String API_KEY = "SK0123456789abcdef0123456789abcdef";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withApiKey(API_KEY, "secret"));
    private Application application;

    @BeforeEach
    void start() throws Exception {
        application = Application.of(sandbox);
        application.conversation("order");
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        sandbox.close();
    }

    @Test
    void aWrongTokenIsOneClearError() {
        application.with("camel.kamelet.twilio-conversations-sink.authToken", "f".repeat(32));

        assertThatThrownBy(() -> application.answer(KAMELET + "sink?conversationSid=order", "Hello", Map.of()))
                .rootCause().isInstanceOf(TwilioException.class).message()
                .contains("messages/create", "authToken", sandbox.accountSid()).doesNotContain("ffff", "\n");
    }

    /** Each keeps its route from starting, with one line that names what is wrong, and none of the values. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "sink?conversationSid=order | mandatory parameters must be provided: accountSid",
        "sink?accountSid=ACCOUNT&conversationSid=order | Option accountSid is set, but authToken is not; they go together",
        "sink?accountSid=nonsense&authToken=abc | Option accountSid must be a SID: AC and 32 hexadecimal digits",
        "sink?accountSid=ACCOUNT&authToken=abc&region=mars | Option region is 'mars', but must be two letters and a digit",
        "template-sink?accountSid=ACCOUNT&authToken=abc | mandatory parameters must be provided: contentSid",
        "action?accountSid=ACCOUNT&authToken=abc | mandatory parameters must be provided: operation",
        "action?accountSid=ACCOUNT&authToken=abc&operation=messages/send | messages has no method 'send'; there are",
        "moderation-action?maskPattern=(a | Option maskPattern is no regular expression: Unclosed group",
        "moderation-action?rejectStatus=200 | status 200 accepts: use 400 to 599 to reject",
    })
    void aPropertyThatIsMissingOrWrongIsOneLine(String kamelet, String line) throws Exception {
        try (Application bare = Application.without(sandbox)) {
            assertThatThrownBy(() -> bare.calls().requestBody(KAMELET + kamelet.replace("ACCOUNT", sandbox.accountSid()), "x"))
                    .rootCause().message().contains(line).doesNotContain("\n", "abc");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "source?event=onMessageAded | There is no event 'onMessageAded'; there are all, onConversationAdd",
        "source?registration=ACCOUNT&publicUrl=RAW(bridge.example.com) | publicUrl does not begin with http:// or https://",
        "source?publicUrl=RAW(https%3A%2F%2Fbridge.example.com) | such as https://example.com; it came escaped: write RAW(...) around it",
        "poll-source?conversationSid=order&baseUri=RAW(http%3A%2F%2Flocalhost) | Option baseUri must be scheme, host and port only, such as http://localhost:8082; it came escaped: write RAW(...) around it",
        "poll-source | messages/list needs option conversationSid in the URI",
    })
    void aSourceThatCannotStartSaysWhyInOneLine(String kamelet, String line) {
        assertThatThrownBy(() -> application.load("- from:\n    uri: \"" + KAMELET + kamelet + "\"\n    steps:\n      - to: log:x\n"))
                .rootCause().message().contains(line).doesNotContain("\n");
    }

    @Test
    void anApiKeyIsEnoughToCall() throws Exception {
        try (Application bare = Application.without(sandbox)) {
            assertThat(bare.answer(KAMELET + "sink?conversationSid=order&accountSid=" + sandbox.accountSid() + "&apiKeySid=" + API_KEY
                    + "&apiKeySecret=secret&baseUri=RAW(" + sandbox.baseUri() + ")", "Hello", Map.of()).get("sid").asText()).startsWith("IM");
        }
    }

    /** Camel 4.18 escapes what a Pipe says, and does not undo it. */
    @Test
    void aUrlInAPipeIsWrittenRaw() throws Exception {
        application.load("""
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: pipe
                spec:
                  source:
                    ref:
                      kind: Kamelet
                      apiVersion: camel.apache.org/v1
                      name: twilio-conversations-poll-source
                    properties:
                      baseUri: "RAW(%s)"
                      conversationSid: order
                      startFrom: BEGINNING
                  sink:
                    uri: seda:end
                """.formatted(sandbox.baseUri()));
        application.operation("messages/create?conversationSid=order", "Hello", Message.class);

        assertThat(application.json(application.next("seda:end")).get("body").asText()).isEqualTo("Hello");
    }
}
