// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.options.Verdict;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The options of the component stand in application.yaml, variables and arguments; a wrong one ends in a line, not in a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class PropertiesTest {
    private static final String PREFIX = "--camel.component.twilio-conversations.";
    private static final String[] WELL = {
        "--server.port=0", "--camel.component.other-account.account-sid=AC00000000000000000000000000000002",
        PREFIX + "base-uri=http://localhost:1", PREFIX + "account-sid=AC00000000000000000000000000000001", PREFIX + "auth-token=a+b&c",
        PREFIX + "public-url=http://localhost"};

    @Test
    void theyAreTakenFromWhereverTheyStand() {
        try (ConfigurableApplicationContext application = SpringApplication.run(Application.class, WELL)) {
            CamelContext camel = application.getBean(CamelContext.class);
            ConversationsComponent twilio = camel.getComponent("twilio-conversations", ConversationsComponent.class);
            assertThat(twilio.getConfiguration().getAuthToken()).isEqualTo("a+b&c");
            assertThat(twilio.getConfiguration().getRequestTimeout()).isEqualTo(20_000);
            assertThat(twilio.getConfiguration().getMaxRetries()).as("of the environment").isEqualTo(7);
            assertThat(twilio.getConfiguration().getHttpOptions()).containsEntry("userAgent", "consumer");
            assertThat(twilio.getWebhook().getReplyTimeout()).isEqualTo(3_500);
            assertThat(twilio.getWebhook().getTrustedProxies()).isEqualTo("10.0.0.0/8,192.168.0.0/16");
            assertThat(twilio.getWebhook().getWebhookAuthToken()).isEqualTo("a+b&c");
            assertThat(twilio.getWebhook().getOnTimeout()).isEqualTo(Verdict.REJECT);
            assertThat(twilio.getWebhook().getIdempotentRepository()).isSameAs(application.getBean(IdempotentRepository.class));
            ConversationsComponent other = camel.getComponent("other-account", ConversationsComponent.class);
            assertThat(other.getConfiguration().getAccountSid()).endsWith("2");
            assertThat(other.getConfiguration().getAuthToken()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth-tokn=hush          | did you mean authToken, in properties camel.component.twilio-conversations.auth-token?
            registration=acount     | Option registration must be one of NONE, ACCOUNT, SERVICE, CONVERSATION
            auth-token=             | No token to verify webhooks with
            """)
    void aWrongOneEndsInOneLine(String property, String line, CapturedOutput output) {
        String[] arguments = Stream.concat(
                Stream.of(WELL).filter(argument -> !property.startsWith("auth-token=") || !argument.startsWith(PREFIX + "auth-token")),
                Stream.of(PREFIX + property)).toArray(String[]::new);
        assertThat(said(output, arguments)).anyMatch(each -> each.contains(line)).noneMatch(each -> each.contains("hush"));
    }

    @Test
    void aPortThatIsInUseIsNamedWithTheWayOut(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String[] arguments = Stream.concat(Stream.of(WELL).skip(1), Stream.of("--server.port=" + taken.getLocalPort())).toArray(String[]::new);
            assertThat(said(output, arguments)).contains("Web server failed to start. Port " + taken.getLocalPort() + " was already in use.")
                    .anyMatch(each -> each.contains("configure this application to listen on another port"));
        }
    }

    /** What an application says that does not start, none of which is a stack trace. */
    private static List<String> said(CapturedOutput output, String... arguments) {
        assertThatThrownBy(() -> SpringApplication.run(Application.class, arguments)).isNotNull();
        List<String> said = output.getAll().lines().dropWhile(each -> !each.contains("APPLICATION FAILED TO START")).toList();
        assertThat(said).isNotEmpty().noneMatch(each -> each.startsWith("\tat "));
        return said;
    }
}
