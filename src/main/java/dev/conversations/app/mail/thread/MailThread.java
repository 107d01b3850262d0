// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.Timing;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.arrival.ArrivedMail;
import dev.conversations.app.mail.files.MailFiles;
import dev.conversations.app.mail.parts.MailParts;
import dev.conversations.app.mail.quote.AnsweredMail;
import dev.conversations.app.mail.server.BridgeAddress;
import dev.conversations.app.mail.text.ReplyText;
import dev.conversations.webhook.WebhookEvent;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * A conversation as a thread of mails: a message becomes a mail to the support team, and what answers such a mail
 * becomes a message. The conversation stands in the mails themselves, see {@link ThreadMarks}.
 */
public final class MailThread {
    private static final String NOBODY = "email";
    /** What changes how a name looks: marks of direction and the like, but not those that join characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200c\\u200d]]");

    private final ThreadMarks marks;
    private final BridgeAddress bridge;
    private final Timing timing;

    /**
     * @param bridge the address mails come from and answers go to
     * @param timing dates what Twilio does not
     */
    public MailThread(ThreadMarks marks, BridgeAddress bridge, Timing timing) {
        this.marks = marks;
        this.bridge = bridge;
        this.timing = timing;
    }

    /**
     * The mail that carries a message to the support team, with the exchange's attachments.
     *
     * @param support the address that it goes to
     */
    public MimeMessage write(Exchange exchange, String support) throws MessagingException, IOException {
        return mail(MailFiles.event(exchange), support,
                exchange.getMessage(AttachmentMessage.class).getAttachmentObjects().values(),
                MailFiles.missing(exchange));
    }

    /**
     * The mail that came in.
     *
     * @throws Undeliverable when it cannot be read
     */
    public MimeMessage read(ArrivedMail arrived) throws Undeliverable {
        return arrived.parsed();
    }

    /**
     * The mail that carries a message to the support team.
     *
     * @param support the address that it goes to
     * @param files the files of the message
     * @param missing words in place of files that are not there
     */
    MimeMessage mail(WebhookEvent event, String support, Collection<Attachment> files, List<String> missing)
            throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setFrom(new InternetAddress(bridge.address(), sender(event), UTF_8.name()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(support));
        mail.setSubject(SentMail.subject(event.conversationSid()));
        mail.setSentDate(Date.from(Optional.ofNullable(event.dateCreated()).orElseGet(timing::now)));
        mail.setHeader("Message-ID", marks.ids().message(event.conversationSid(), event.messageSid()));
        marks.mark(mail, event.conversationSid());
        mail.setHeader("Auto-Submitted", "auto-generated");
        fill(mail, SentMail.text(event, missing, marks.line(event.conversationSid())), files);
        return mail;
    }

    /**
     * The message that a mail wants to be, as options of {@code messages/create}; without text if it only brings files.
     *
     * @throws AutomaticMail when no person wrote it
     * @throws Undeliverable when it answers no conversation, or says nothing
     */
    public Map<String, Object> reply(Message mail) throws MessagingException, Undeliverable {
        return reply(mail, null);
    }

    /**
     * The same, where it may be known what the message said whose mail is answered.
     *
     * @param answered its text; null when it is not known
     */
    public Map<String, Object> reply(Message mail, String answered) throws MessagingException, Undeliverable {
        MailParts parts = read(mail);
        String conversation = conversation(mail, parts);
        String text = text(parts, SentMail.known(conversation, answered, bridge.address()));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("conversationSid", conversation);
        message.put("author", author(mail));
        message.put("body", text);
        MailTrace.of(mail, timing).leaveOn(message);
        return message;
    }

    /**
     * The message that has to be known to tell its words from those of the answer, as options of {@code messages/fetch};
     * null where the answer shows no trace of it, or does not say which it is.
     */
    public Map<String, Object> question(Message mail) throws MessagingException, Undeliverable {
        MailParts parts = read(mail);
        String conversation = conversation(mail, parts);
        String said = marks.unmarked(parts.text());
        Optional<String> message = marks.ids().answeredMessage(mail).map(MessageIds.Named::message)
                .or(() -> SentMail.message(said, conversation));
        String text = ReplyText.of(said);
        boolean doubtful = SentMail.known(conversation, null, bridge.address()).leavesTraceIn(text.isEmpty() ? said : text);
        return doubtful && message.isPresent()
                ? Map.of("conversationSid", conversation, "sid", message.get())
                : null;
    }

    private MailParts read(Message mail) throws MessagingException, Undeliverable {
        AutomaticMail.refuse(mail, bridge, marks);
        return MailParts.of(mail);
    }

    private String conversation(Message mail, MailParts parts) throws MessagingException, Undeliverable {
        Optional<String> conversation = marks.answered(mail, parts);
        if (conversation.isEmpty()) {
            AutomaticMail.refuseOfList(mail);
            throw new Undeliverable("The mail answers no conversation that is known here.");
        }
        return conversation.get();
    }

    /** The person's words; where none are left all that the mail says, since a person sent it. */
    private String text(MailParts parts, AnsweredMail answered) throws Undeliverable {
        String said = marks.unmarked(parts.text());
        String text = ReplyText.of(said, answered);
        if (text.isEmpty() && parts.attachments().isEmpty()) {
            text = ReplyText.whole(said, answered);
        }
        if (text.isEmpty() && parts.attachments().isEmpty()) {
            throw new Undeliverable(ReplyText.whole(said).isEmpty()
                    ? "The mail says nothing."
                    : "The mail says nothing but what it answers.");
        }
        return text;
    }

    /**
     * Checks that a message was made of this mail: one that bears its key already may be another mail's.
     *
     * @param reply the message that the mail wants to be
     * @param message what it is at Twilio; null when that is gone
     * @throws UsedMessageId if it is another's
     */
    public void requireOwn(Map<?, ?> reply, dev.conversations.model.Message message) throws UsedMessageId {
        if (message != null && message.attributes() != null) {
            MailTrace.require(reply, message.attributes());
        }
    }

    /** The address in From as far as it can be read: it is who says to have written, and proves nothing. */
    private static String author(Message mail) throws MessagingException {
        String[] from = mail.getHeader("From");
        try {
            InternetAddress[] parsed = InternetAddress.parseHeader(from == null ? "" : from[0], false);
            return parsed.length == 0 || parsed[0].getAddress() == null ? NOBODY : parsed[0].getAddress();
        } catch (AddressException e) {
            return NOBODY;
        }
    }

    private static String sender(WebhookEvent event) {
        String author = Optional.ofNullable(event.author()).orElse("unknown");
        String name = event.source() == null ? author : author + " (" + event.source() + ")";
        return UNSEEN.matcher(name).replaceAll("").replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    }

    private static void fill(MimeMessage mail, String text, Collection<Attachment> files) throws MessagingException {
        if (files.isEmpty()) {
            mail.setText(text, UTF_8.name());
            return;
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, UTF_8.name());
        MimeMultipart parts = new MimeMultipart(words);
        for (Attachment file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(file.getDataHandler());
            part.setHeader("Content-Disposition", file.getHeader("Content-Disposition"));
            parts.addBodyPart(part);
        }
        mail.setContent(parts);
    }
}
