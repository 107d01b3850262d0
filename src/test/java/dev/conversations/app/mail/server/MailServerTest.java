// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.Timing;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServerTest {

    @ParameterizedTest
    @CsvSource({
        "smtp, '', 465, true, false", "smtp, starttls, 587, false, true", "smtp, none, 25, false, false",
        "imap, '', 993, true, false", "imap, starttls, 143, false, true", "imap, none, 143, false, false"
    })
    void securityIsOnUnlessSwitchedOffAndPortsAreTheUsualOnes(
            String protocol, String security, String port, String tls, String starttls) {
        Map<String, String> properties = server(protocol, Map.of("SECURITY", security)).properties();

        assertThat(properties).isEqualTo(Map.of("bridge." + protocol + ".host", "mail.example.org",
                "bridge." + protocol + ".port", port,
                "bridge." + protocol + ".tls", tls,
                "bridge." + protocol + ".starttls", starttls));
    }

    @Test
    void aServerThatSendsMayKnowNobody() {
        assertThat(server("smtp", Map.of("USERNAME", "", "PASSWORD", "")).login().getPasswordAuthentication().getUserName())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "imap | USERNAME |  | bridge.imap.host (IMAP_HOST) needs bridge.imap.username (IMAP_USERNAME)",
        "smtp | PASSWORD |  | bridge.smtp.host (SMTP_HOST) needs bridge.smtp.username (SMTP_USERNAME)",
        "smtp | SECURITY | ssl | bridge.smtp.security (SMTP_SECURITY) is 'ssl': it can be tls, starttls or none."
    })
    void whatDoesNotFitIsNamedWithoutThePassword(String protocol, String variable, String value, String reason) {
        assertThatThrownBy(() -> server(protocol, Map.of(variable, value == null ? "" : value)))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(reason)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        " | bridge.mail.support (MAIL_SUPPORT) is missing: it has to be a mailbox of your mail server.",
        "x@example.com | bridge.mail.support (MAIL_SUPPORT) lies at example.com, which is for examples and where nobody has"
                + " a mailbox: it has to be one of your mail server."
    })
    void aMailboxIsNamedAndNotAnExample(String support, String reason) {
        Map<String, String> environment = new TreeMap<>(Map.of("SMTP_HOST", "mail.shop.example",
                "IMAP_HOST", "mail.shop.example", "MAIL_SECRET", "a secret",
                "MAIL_BRIDGE", "bridge@shop.example", "MAIL_DEAD_LETTERS", "lost@shop.example"));
        environment.put("MAIL_SUPPORT", support == null ? "" : support);

        assertThatThrownBy(() -> MailServers.start(Settings.load(Path.of("target"), environment), Timing.SYSTEM))
                .isInstanceOf(StartFailure.class).hasMessage(reason);
    }

    private static MailServer server(String protocol, Map<String, String> more) {
        String prefix = protocol.toUpperCase() + "_";
        Map<String, String> environment = new TreeMap<>(Map.of(prefix + "HOST", "mail.example.org",
                prefix + "USERNAME", "bridge", prefix + "PASSWORD", "secret"));
        more.forEach((name, value) -> environment.put(prefix + name, value));
        return MailServer.of(Settings.load(Path.of("target"), environment), protocol, Optional.empty());
    }
}
