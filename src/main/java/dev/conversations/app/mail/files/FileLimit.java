package dev.conversations.app.mail.files;

import dev.conversations.app.delivery.Undeliverable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the channels of a conversation let through.
 *
 * @param channel its name for people
 * @param largest in bytes
 * @param types a pattern of media types
 * @see <a href="https://www.twilio.com/docs/conversations-classic/media-support-conversations">Media support</a>
 */
record FileLimit(String channel, long largest, Pattern types) {
    private static final long MEGABYTE = 1024L * 1024;

    private static final FileLimit CHAT = new FileLimit("chat", 150 * MEGABYTE, Pattern.compile(".*"));
    private static final FileLimit WHATSAPP = new FileLimit("WhatsApp", 16 * MEGABYTE, Pattern.compile(
            "image/(jpeg|png|webp)|audio/.*|video/(mp4|3gpp)|application/(pdf|msword|"
                    + "vnd\\..*)|text/(plain|x?-?vcard)"));
    private static final FileLimit SMS = new FileLimit("SMS", 2 * MEGABYTE, Pattern.compile(
            "(image|audio|video)/.*|application/pdf|text/(x?-?vcard|csv|rtf|richtext|calendar)"));

    /** The narrowest of the channels, named as in messaging bindings. */
    static FileLimit of(List<String> channels) {
        return channels.contains("sms") ? SMS : channels.contains("whatsapp") ? WHATSAPP : CHAT;
    }

    /** @throws Undeliverable when no file of the type gets through */
    void checkType(String type) throws Undeliverable {
        if (!types.matcher(type).matches()) {
            throw new Undeliverable("files of this type cannot be sent by " + channel);
        }
    }

    /** @throws Undeliverable when no file of that many bytes gets through */
    void checkSize(long size) throws Undeliverable {
        if (size > largest) {
            throw new Undeliverable("it is larger than the " + largest / MEGABYTE
                    + " MB that can be sent by " + channel);
        }
    }
}
