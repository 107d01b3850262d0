package dev.conversations.examples;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A mail server on a free port that takes any mail. */
final class MailStandIn implements StandIn {
    private final GreenMail server = new GreenMail(ServerSetup.verbose(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()}));

    private final String password = UUID.randomUUID().toString();

    MailStandIn() {
        server.setUser("bridge@localhost", "bridge", password);
        server.start();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("mail.host", "localhost", "mail.port", String.valueOf(server.getSmtp().getPort()),
                "sandbox.mail-password", password);
    }

    List<MimeMessage> mails() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public void close() {
        server.stop();
    }
}
