// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.files;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.model.Participant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the channels of a conversation let through.
 *
 * @param channel its name for people
 * @param largest in bytes
 * @param types a pattern of media types
 * @param longest the most characters of a text
 * @see <a href="https://www.twilio.com/docs/conversations-classic/media-support-conversations">Media support</a>
 */
record ChannelLimit(String channel, long largest, Pattern types, int longest) {
    /** What every channel takes in one message. */
    static final int SHORTEST_TEXT = 1600;
    /** In bytes, of any channel. */
    static final int LARGEST_TEXT = 32 * 1024;

    private static final long MEGABYTE = 1024L * 1024;

    private static final ChannelLimit CHAT = new ChannelLimit("chat", 150 * MEGABYTE, Pattern.compile(".*"), LARGEST_TEXT);
    private static final ChannelLimit WHATSAPP = new ChannelLimit("WhatsApp", 16 * MEGABYTE, Pattern.compile(
            "image/(jpeg|png|webp)|audio/.*|video/(mp4|3gpp)|application/(pdf|msword|"
                    + "vnd\\..*)|text/(plain|x?-?vcard)"), SHORTEST_TEXT);
    private static final ChannelLimit SMS = new ChannelLimit("SMS", 2 * MEGABYTE, Pattern.compile(
            "(image|audio|video)/.*|application/pdf|text/(x?-?vcard|csv|rtf|richtext|calendar)"), SHORTEST_TEXT);

    /** The narrowest of the participants' channels. */
    static ChannelLimit ofAll(List<Participant> participants) {
        return of(participants.stream().map(participant -> Optional.ofNullable(participant.messagingBinding())
                .map(binding -> String.valueOf(binding.get("type"))).orElse("chat")).toList());
    }

    private static ChannelLimit of(List<String> channels) {
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
