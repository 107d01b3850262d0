// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server reports of a mail of ours. Anybody can write such a report, so only what is known by its form is
 * taken from it: SIDs of a genuine ID or address, the action and the status code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3464">RFC 3464</a>
 */
final class DeliveryReport {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_PARTS = 10;
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:[ \\t]{0,9}(failed|delayed)\\b");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:[ \\t]{0,9}([45]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private final ThreadMarks marks;
    private String fields = "";
    private Part original;

    private DeliveryReport(ThreadMarks marks) {
        this.marks = marks;
        this.original = new MimeBodyPart();
    }

    /** The sentence that says which mail was not delivered, if the mail is such a report about one of ours. */
    static Optional<String> of(Message mail, ThreadMarks marks) throws MessagingException {
        if (!mail.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        DeliveryReport report = new DeliveryReport(marks);
        try {
            if (mail.getContent() instanceof Multipart parts) {
                report.read(parts);
            }
            return report.subject(mail).flatMap(report::sentence);
        } catch (MessagingException | IOException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private void read(Multipart parts) throws MessagingException, IOException {
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            Part part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                fields = new String(beginning(part), ISO_8859_1).replace("\r\n", "\n");
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Message reported) {
                original = reported;
            } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/global")
                    || part.isMimeType("message/global-headers")) {
                InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(beginning(part)));
                original = new MimeBodyPart(headers, new byte[0]);
            }
        }
    }

    /** What the mail that is reported on was about. */
    private Optional<MessageIds.Named> subject(Message mail) throws MessagingException {
        for (String[] values : Arrays.asList(original.getHeader("Message-ID"),
                original.getHeader("X-Original-Message-ID"), mail.getHeader("In-Reply-To"),
                mail.getHeader("References"), original.getHeader("References"))) {
            Optional<MessageIds.Named> named = values == null ? Optional.empty() : marks.ids().named(String.join(" ", values));
            if (named.isPresent()) {
                return named;
            }
        }
        return marks.conversation(original);
    }

    private Optional<String> sentence(MessageIds.Named mail) {
        for (String action : new String[] {"failed", "delayed"}) {
            for (String recipient : fields.split("\n[ \\t]*\n")) {
                Matcher found = ACTION.matcher(recipient);
                if (found.find() && found.group(1).equalsIgnoreCase(action)) {
                    Matcher status = STATUS.matcher(recipient);
                    return Optional.of("It reports that " + words(mail)
                            + (action.equals("failed") ? " was not delivered" : " is delayed")
                            + (status.find() ? " (status " + status.group(1) + ")." : "."));
                }
            }
        }
        return Optional.empty();
    }

    private static String words(MessageIds.Named mail) {
        return (mail.message() == null ? "a mail" : "the mail of message " + mail.message())
                + " in conversation " + mail.conversation();
    }

    private static byte[] beginning(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(LONGEST);
        }
    }
}
