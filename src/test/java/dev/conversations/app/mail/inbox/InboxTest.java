// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.conversations.api.Timing;
import dev.conversations.app.delivery.Cable;
import dev.conversations.app.mail.arrival.ArrivedMail;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.component.mail.DefaultAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final String OWNER = "bridge@shop.example";

    private final Session session = Session.getInstance(new Properties());
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private Cable cable;

    @BeforeEach
    void start() throws Exception {
        server.start();
        cable = new Cable();
        cable.lead(server.getImap().getPort());
    }

    @AfterEach
    void stop() {
        cable.close();
        server.stop();
    }

    @Test
    void toReadAMailItAsksForNothingOfThoseThatWereReadBefore() throws Exception {
        long alone = bytesOfReading("few", 1);
        long among = bytesOfReading("many", 300);

        assertThat(among).as("bytes of a mail of 10,000 and of all that is said about it").isLessThan(alone * 11 / 10);
    }

    private long bytesOfReading(String user, int before) throws Exception {
        GreenMailUser owner = server.setUser(user + OWNER, user, user);
        MailFolder folder = server.getManagers().getImapHostManager().getInbox(owner);
        for (int number = 0; number < before; number++) {
            folder.appendMessage(mail("Thanks."), new Flags(Flags.Flag.SEEN), new Date());
        }
        folder.appendMessage(mail("Yes, please. ".repeat(800)), new Flags(), new Date());
        long passed = cable.passed();
        try (Inbox inbox = new Inbox(new InboxEndpoint.Way("localhost", cable.port(), new DefaultAuthenticator(user, user),
                "INBOX", Map.of("mail.imap.fetchsize", "1048576"), 1), Timing.SYSTEM)) {
            List<Place> unread = inbox.unread();
            assertThat(unread).hasSize(1);
            assertThat(inbox.unread(new HeaderTerm("In-Reply-To", "shop.example"))).isEqualTo(Set.copyOf(unread));
            try (ArrivedMail mail = inbox.read(unread.get(0))) {
                assertThat(mail.length()).isGreaterThan(10_000);
            }
            inbox.markRead(unread);
            assertThat(inbox.unread()).isEmpty();
            return cable.passed() - passed;
        }
    }

    private MimeMessage mail(String text) throws Exception {
        MimeMessage mail = new MimeMessage(session);
        mail.setHeader("In-Reply-To", "<asked@shop.example>");
        mail.setText(text);
        mail.saveChanges();
        return mail;
    }
}
