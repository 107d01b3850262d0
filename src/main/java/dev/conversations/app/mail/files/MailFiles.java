// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.files;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.webhook.WebhookEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.attachment.AttachmentMessage;

/** The files of a message become attachments of the exchange, one after the other; they lie on the disk. */
public final class MailFiles {
    /** The property that holds the event. */
    static final String EVENT = "event";
    /** The property that holds the words in place of files that are not there. */
    static final String MISSING = "missing";

    private static final String OPTION = "CamelTwilioConversations";

    private final long largest;

    /** @param largest the most bytes of a file that is attached */
    public MailFiles(long largest) {
        this.largest = largest;
    }

    /**
     * Names the next file of the event, to be downloaded.
     *
     * @throws Undeliverable when it is too large
     */
    public void ask(Exchange exchange) throws Undeliverable {
        Map<?, ?> media = media(exchange);
        if (media.get("Size") instanceof Number size && size.longValue() > largest) {
            throw new Undeliverable("larger than " + largest + " bytes");
        }
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(OPTION + "ChatServiceSid", event(exchange).chatServiceSid());
        message.setHeader(OPTION + "Sid", media.get("Sid"));
        message.setHeader(OPTION + "MaxSize", largest);
        message.setBody(null);
    }

    /** Attaches the downloaded file. */
    public void keep(Exchange exchange) {
        Message message = exchange.getMessage();
        exchange.getMessage(AttachmentMessage.class).addAttachmentObject(text(media(exchange).get("Sid")),
                MailFile.attachment(message.getBody(File.class), message.getHeader(Exchange.FILE_NAME, String.class),
                        message.getHeader(Exchange.CONTENT_TYPE, String.class)));
    }

    /** Remembers why there is no file. */
    public void miss(Exchange exchange) {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Map<?, ?> media = media(exchange);
        List<String> missing = new ArrayList<>(missing(exchange));
        missing.add(MailFile.missing(text(media.get("Filename")), text(media.get("ContentType")),
                why instanceof Undeliverable ? why.getMessage() : "it could not be fetched"));
        exchange.setProperty(MISSING, missing);
    }

    /** The words in place of files that are not there. */
    public static List<String> missing(Exchange exchange) {
        List<?> missing = exchange.getProperty(MISSING, List.of(), List.class);
        return missing.stream().map(String::valueOf).toList();
    }

    private static Map<?, ?> media(Exchange exchange) {
        return event(exchange).media().get(exchange.getProperty(Exchange.LOOP_INDEX, Integer.class));
    }

    /** The event whose files they are. */
    public static WebhookEvent event(Exchange exchange) {
        return exchange.getProperty(EVENT, WebhookEvent.class);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
