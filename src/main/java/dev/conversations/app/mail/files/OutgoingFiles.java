// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.files;

import dev.conversations.app.delivery.Origin;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.parts.MailParts;
import dev.conversations.app.mail.parts.PartContent;
import dev.conversations.model.Conversation;
import dev.conversations.model.Media;
import dev.conversations.model.Participant;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** The attachments of a mail on their way into its conversation, one after the other, through the disk. */
public final class OutgoingFiles {
    private static final String OPTION = "CamelTwilioConversations";
    private static final int BUFFER = 8192;
    private static final String REPLY = "reply";
    private static final String FILE = "file";
    private static final String REFUSED = "refused";

    /** The attachments of the mail, in order. */
    public List<Part> of(Message mail) throws Undeliverable {
        return MailParts.of(mail).attachments();
    }

    /** What the channels of the conversation let through: the smallest of what each does. */
    public ChannelLimit limit(List<Participant> participants) {
        return ChannelLimit.ofAll(participants);
    }

    /**
     * Makes the next attachment the body, to be uploaded.
     *
     * @throws Undeliverable when the conversation's channels do not let it through
     */
    public void next(Exchange exchange) throws Undeliverable {
        ChannelLimit limit = exchange.getProperty("limit", ChannelLimit.class);
        Part part = part(exchange);
        try {
            String type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
            limit.checkType(type);
            Path file = saved(part, limit.largest() + 1, exchange);
            limit.checkSize(Files.size(file));
            exchange.getMessage().removeHeaders("*");
            exchange.getMessage().setHeader(OPTION + "ChatServiceSid",
                    exchange.getProperty("conversation", Conversation.class).chatServiceSid());
            exchange.getMessage().setHeader(OPTION + "ContentType", type);
            exchange.getMessage().setHeader(OPTION + "Filename", rawName(part));
            exchange.getMessage().setBody(file);
        } catch (MessagingException | IOException e) {
            throw new Undeliverable("it cannot be decoded");
        }
    }

    /** The message that brings the uploaded file, as options of {@code messages/create}. */
    public Map<String, Object> message(Exchange exchange) throws Undeliverable {
        exchange.getMessage().removeHeaders("*");
        Map<?, ?> reply = exchange.getProperty(REPLY, Map.class);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("conversationSid", reply.get("conversationSid"));
        message.put("author", reply.get("author"));
        message.put("attributes", reply.get("attributes"));
        message.put("idempotencyWindow", reply.get("idempotencyWindow"));
        message.put("mediaSid", exchange.getMessage().getBody(Media.class).sid());
        Origin.mark(message, reply.get("idempotencyKey") + "/" + exchange.getProperty(Exchange.LOOP_INDEX));
        return message;
    }

    /** Remembers why the attachment was not sent. */
    public void refuse(Exchange exchange) throws MessagingException {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        List<String> refused = new ArrayList<>(refused(exchange));
        refused.add(name(part(exchange)) + ": "
                + (why instanceof Undeliverable ? why.getMessage() : "Twilio did not take it"));
        exchange.setProperty(REFUSED, refused);
    }

    private static List<String> refused(Exchange exchange) {
        List<String> refused = new ArrayList<>();
        Optional.ofNullable(exchange.getProperty(REFUSED, List.class))
                .ifPresent(all -> all.forEach(one -> refused.add(one.toString())));
        return refused;
    }

    private static Part part(Exchange exchange) {
        return (Part) exchange.getProperty("attachments", List.class)
                .get(exchange.getProperty(Exchange.LOOP_INDEX, Integer.class));
    }

    /** The beginning of the attachment as a file, up to a length; deleted when the exchange is done. */
    private static Path saved(Part part, long longest, Exchange exchange) throws MessagingException, IOException {
        Path file = Files.createTempFile("bridge-mail-", null);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                file.toFile().delete();
            }
        });
        try (InputStream in = PartContent.of(part); OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long length = 0;
            for (int read = in.read(buffer); read >= 0 && length <= longest; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                length += read;
            }
        }
        return file;
    }

    private static String name(Part part) throws MessagingException {
        return MailFile.named(rawName(part));
    }

    private static String rawName(Part part) throws MessagingException {
        String name = part.getFileName();
        return name == null ? FILE : decoded(name);
    }

    private static String decoded(String name) {
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            return name;
        }
    }
}
