// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.app.mail.server.RawMail;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.activation.DataHandler;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingFilesTest {
    private static final String SHOP = "+15559990000";
    private static final int MEGABYTE = 1024 * 1024;

    private static RunningBridge bridge;
    private static Sandbox sandbox;
    private static Mailbox support;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of());
        sandbox = bridge.sandbox();
        support = bridge.mailbox("bridge.mail.support");
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void attachmentsFollowTheTextInOrderAndWhatCannotBeSentIsToldToTheSender() throws Exception {
        Phone customer = sandbox.phone("+15551230021");
        answer(question(customer), "Here they are.", file("../one.png", "image/png", 3),
                file("large.png", "image/png", 2 * MEGABYTE + 1), file("run.exe", "application/x-msdownload", 3),
                file("two.pdf", "application/pdf", 5));

        String note = await().until(OutgoingFilesTest::notes, notes -> !notes.isEmpty()).get(0);
        assertThat(note).contains("large.png: it is larger than the 2 MB that can be sent by SMS",
                "run.exe: files of this type cannot be sent by SMS").doesNotContain("one.png", "two.pdf");
        await().untilAsserted(() -> assertThat(customer.received()).hasSize(3));
        List<Phone.Received> received = customer.received();
        assertThat(received.get(0).body()).isEqualTo("Here they are.");
        assertThat(received.get(0).media()).isNullOrEmpty();
        assertThat(received.get(1).media()).singleElement().satisfies(media -> assertThat(media)
                .containsEntry("content_type", "image/png").containsEntry("filename", "one.png")
                .containsEntry("size", 3L));
        assertThat(received.get(2).media()).singleElement().satisfies(media -> assertThat(media)
                .containsEntry("content_type", "application/pdf").containsEntry("size", 5L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "From: <>\n", "From: Doe, Ada\n", "From:\n", "From: undisclosed-recipients:;\n",
        "From: Ada <ada @@ example>\n"})
    void whoCannotBeToldOfARefusalKeepsNothingFromTheCustomerAndNothingIsSentTwice(String from) throws Exception {
        Phone customer = sandbox.phone("+15551230024");
        String asked = question(customer).getMessageID();
        int before = customer.received().size();
        RawMail.Inbox inbox = new RawMail.Inbox(
                Integer.parseInt(bridge.property("bridge.imap.port")), "bridge", "bridge");

        inbox.put(from + "In-Reply-To: " + asked + "\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nHere it is.\n"
                + "--x\nContent-Type: application/x-msdownload\nContent-Disposition: attachment; filename=run.exe\n\nno\n--x--\n");
        inbox.put("From: ada@example.com\nIn-Reply-To: " + asked + "\n\nAnything else?\n");

        await().untilAsserted(() -> assertThat(inbox.seen()).containsOnly(true));
        assertThat(customer.received()).extracting(Phone.Received::body).hasSize(before + 2)
                .endsWith("Here it is.", "Anything else?");
    }

    @Test
    void aMailNeedsNoText() throws Exception {
        Phone customer = sandbox.phone("+15551230022");
        answer(question(customer), "", file("one.png", "image/png", 3));

        await().untilAsserted(() -> assertThat(customer.received()).singleElement()
                .satisfies(received -> assertThat(received.media()).hasSize(1)));
    }

    @Test
    void aMailThatIsDeliveredTwiceIsSentOnce() throws Exception {
        Phone customer = sandbox.phone("+15551230023");
        MimeMessage asked = question(customer);
        MimeMessage answer = answer(asked, "Here it is.", file("one.png", "image/png", 3));
        await().until(() -> customer.received().size() == 2);
        support.send(new MimeMessage(answer) {
            @Override
            protected void updateMessageID() {
                // stays the same mail
            }
        });
        answer(asked, "Anything else?");

        await().until(() -> customer.received().size() > 2);
        assertThat(customer.received()).extracting(Phone.Received::body)
                .containsExactly("Here it is.", null, "Anything else?");
    }

    private static MimeMessage question(Phone customer) {
        String sid = customer.send(SHOP, "Hello").messageSid();
        return await().until(() -> {
            for (MimeMessage mail : support.mails()) {
                if (mail.getMessageID().contains(sid)) {
                    return mail;
                }
            }
            return null;
        }, mail -> mail != null);
    }

    private static List<String> notes() throws Exception {
        List<String> notes = new ArrayList<>();
        for (MimeMessage mail : support.mails()) {
            if ("Attachments were not sent".equals(mail.getSubject())) {
                notes.add(mail.getContent().toString());
            }
        }
        return notes;
    }

    private static MimeMessage answer(MimeMessage mail, String text, MimeBodyPart... files) throws Exception {
        MimeMessage answer = (MimeMessage) mail.reply(false);
        answer.setFrom("support@example.com");
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        MimeMultipart parts = new MimeMultipart(words);
        for (MimeBodyPart file : files) {
            parts.addBodyPart(file);
        }
        answer.setContent(parts);
        support.send(answer);
        return answer;
    }

    private static MimeBodyPart file(String name, String type, int size) throws Exception {
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(new byte[size], type)));
        file.setFileName(name);
        return file;
    }
}
