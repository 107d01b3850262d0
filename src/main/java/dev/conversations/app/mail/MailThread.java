package dev.conversations.app.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.webhook.WebhookEvent;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation as a thread of mails: a message becomes a mail to the support team, and what answers such a mail
 * becomes a message. The conversation stands in the mails themselves, see {@link MessageIds}.
 */
public final class MailThread {
    /** Says of a message in a conversation that the bridge wrote it: it must not come back as mail. */
    public static final Map<String, Object> ORIGIN = Map.of("origin", "bridge");

    private static final int SUBJECT_DIGITS = 8;

    private final MessageIds ids;
    private final String bridge;
    private final String support;

    /**
     * @param bridge the address mails come from and answers go to
     * @param support the address mails go to
     */
    public MailThread(MessageIds ids, String bridge, String support) {
        this.ids = ids;
        this.bridge = bridge;
        this.support = support;
    }

    /**
     * The mail that carries a message to the support team.
     *
     * @param files the files of the message; null for none
     */
    public MimeMessage mail(WebhookEvent event, List<MailFile> files) throws MessagingException, IOException {
        String thread = ids.thread(event.conversationSid());
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setFrom(new InternetAddress(bridge, sender(event), UTF_8.name()));
        mail.setReplyTo(new Address[] {new InternetAddress(bridge)});
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(support));
        mail.setSubject("Conversation " + event.conversationSid().substring(2, 2 + SUBJECT_DIGITS));
        mail.setSentDate(Date.from(Optional.ofNullable(event.dateCreated()).orElseGet(Instant::now)));
        mail.setHeader("Message-ID", ids.message(event.conversationSid(), event.messageSid()));
        mail.setHeader("In-Reply-To", thread);
        mail.setHeader("References", thread);
        mail.setHeader("Auto-Submitted", "auto-generated");
        fill(mail, event, files == null ? List.of() : files);
        return mail;
    }

    /**
     * The message that a mail wants to be, as options of {@code messages/create}; without text if it only brings files.
     *
     * @throws AutomaticMail when no person wrote it
     * @throws Undeliverable when it answers no conversation, or says nothing
     */
    public Map<String, Object> reply(Message mail) throws MessagingException, IOException, Undeliverable {
        AutomaticMail.refuse(mail, bridge, ids);
        String conversation = conversation(mail)
                .orElseThrow(() -> new Undeliverable("The mail answers no conversation that is known here."));
        MailParts parts = MailParts.of(mail);
        String text = ReplyText.of(parts.text());
        if (text.isEmpty() && parts.attachments().isEmpty()) {
            throw new Undeliverable("The mail says nothing.");
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("conversationSid", conversation);
        message.put("author", author(mail));
        message.put("body", text);
        message.put("attributes", ORIGIN);
        return message;
    }

    private Optional<String> conversation(Message mail) throws MessagingException, IOException {
        for (String header : List.of("In-Reply-To", "References")) {
            String[] values = mail.getHeader(header);
            if (values != null) {
                String text = MimeUtility.decodeText(MimeUtility.unfold(String.join(" ", values)));
                Optional<String> conversation = ids.conversation(text);
                if (conversation.isPresent()) {
                    return conversation;
                }
            }
        }
        return Optional.empty();
    }

    private static String author(Message mail) throws MessagingException {
        Address[] from = mail.getFrom();
        return from != null && from.length > 0 && from[0] instanceof InternetAddress address
                ? address.getAddress()
                : "email";
    }

    private static String sender(WebhookEvent event) {
        String author = Optional.ofNullable(event.author()).orElse("unknown");
        String name = event.source() == null ? author : author + " (" + event.source() + ")";
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static void fill(MimeMessage mail, WebhookEvent event, List<MailFile> files) throws MessagingException {
        String text = text(event, files);
        if (files.stream().noneMatch(MailFile::isThere)) {
            mail.setText(text, UTF_8.name());
            return;
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, UTF_8.name());
        MimeMultipart parts = new MimeMultipart(words);
        for (MailFile file : files) {
            if (file.isThere()) {
                parts.addBodyPart(file.part());
            }
        }
        mail.setContent(parts);
    }

    private static String text(WebhookEvent event, List<MailFile> files) {
        StringBuilder text = new StringBuilder(Optional.ofNullable(event.body()).orElse(""));
        files.stream().filter(file -> !file.isThere()).forEach(file -> text.append('\n').append(file.words()));
        return text.append("\n\n-- \nAnswer this mail to write to the conversation.\n")
                .append(event.conversationSid()).append(' ').append(event.messageSid()).append('\n').toString();
    }
}
