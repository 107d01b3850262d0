// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A mail server that takes mails for anybody, from who knows the password. */
public final class MailStandIn implements StandIn {
    private final String password = UUID.randomUUID().toString();
    private final GreenMail server;

    /**
     * @param port 0 for any free one
     * @param watcher is told of every mail, in words
     */
    public MailStandIn(int port, Consumer<String> watcher) {
        server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser("bridge@localhost", "bridge", password);
        UserManager users = server.getUserManager();
        users.setMessageDeliveryHandler((mail, address) -> {
            watcher.accept(words(mail));
            return users.getUserByEmail(address.getEmail()) == null
                    ? users.createUser(address.getEmail(), address.getEmail(), password) : users.getUserByEmail(address.getEmail());
        });
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("mail.host", "localhost", "mail.port", String.valueOf(server.getSmtp().getPort()),
                "sandbox.mail-password", password);
    }

    private static String words(MovingMessage mail) throws MessagingException {
        try {
            return "Subject: " + mail.getMessage().getSubject() + "\n\n" + mail.getMessage().getContent();
        } catch (IOException e) {
            throw new MessagingException("unreadable", e);
        }
    }

    public List<MimeMessage> mails() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public void close() {
        server.stop();
    }
}
