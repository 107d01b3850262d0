// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.server.BridgeAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells who wrote a mail which of its attachments were not sent, and why. */
public final class RefusalNote {
    /** What a mail server can be asked to write to, whatever its domain is made of. */
    private static final Pattern USABLE = Pattern.compile("[!-~&&[^<>()\\[\\]\\\\,:;@\"]]{1,64}@[A-Za-z0-9._-]{1,255}");

    private final ThreadMarks marks;
    private final Notes notes;

    /** @param bridge the address that the note comes from */
    public RefusalNote(ThreadMarks marks, BridgeAddress bridge) {
        this.marks = marks;
        this.notes = new Notes(bridge);
    }

    /**
     * The note, as an answer to the mail; what answers it goes to the conversation too.
     *
     * @throws Undeliverable when the mail names nobody to be told
     */
    public MimeMessage mail(Message mail, List<String> refused, String conversationSid)
            throws MessagingException, Undeliverable {
        MimeMessage note = notes.to(author(mail), "Attachments were not sent");
        Optional<String> id = MessageIds.of(mail);
        if (id.isPresent()) {
            note.setHeader("In-Reply-To", id.get());
        }
        marks.mark(note, conversationSid);
        note.setText("These attachments of your mail were not sent, the rest was:\n\n"
                + String.join("\n", refused) + "\n\n-- \n" + marks.line(conversationSid) + "\n", UTF_8.name());
        return note;
    }

    /** Whether a mail server can be asked to write to that address. */
    static boolean isUsable(String address) {
        return address != null && USABLE.matcher(address).matches();
    }

    private static InternetAddress author(Message mail) throws MessagingException, Undeliverable {
        String[] from = mail.getHeader("From");
        try {
            for (InternetAddress one : InternetAddress.parseHeader(from == null ? "" : from[0], false)) {
                if (isUsable(one.getAddress())) {
                    return new InternetAddress(one.getAddress(), false);
                }
            }
        } catch (AddressException e) {
            // refused below
        }
        throw new Undeliverable("The mail names nobody to be told.");
    }
}
