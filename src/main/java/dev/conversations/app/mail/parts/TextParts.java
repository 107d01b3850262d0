// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.text.HtmlText;
import dev.conversations.app.mail.text.ReplyText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a mail that hold its words, in order, where each of several alternatives was chosen.
 *
 * @param plain with plain text where there is a choice
 * @param rich with HTML where there is a choice
 */
record TextParts(List<Part> plain, List<Part> rich) {
    static final TextParts NONE = new TextParts(List.of(), List.of());

    private static final String HTML = "text/html";

    static TextParts of(Part part) {
        return new TextParts(List.of(part), List.of(part));
    }

    /** All of them, one after the other: mail programs put pictures between words. */
    static TextParts sequence(List<TextParts> all) {
        return new TextParts(all.stream().flatMap(one -> one.plain.stream()).toList(),
                all.stream().flatMap(one -> one.rich.stream()).toList());
    }

    /** One of them, since they all say the same; a blank one says nothing. */
    static TextParts choice(List<TextParts> all) throws MessagingException, Undeliverable {
        List<Part> plain = List.of();
        List<Part> rich = List.of();
        List<TextParts> telling = new ArrayList<>();
        for (TextParts one : all) {
            if (has(HTML, one.plain) || !one.isBlank()) {
                telling.add(one);
            }
        }
        for (TextParts one : telling.isEmpty() ? all : telling) {
            plain = plain.isEmpty() || !has("text/plain", plain) && has("text/plain", one.plain) ? one.plain : plain;
            rich = rich.isEmpty() || !has(HTML, rich) && has(HTML, one.rich) ? one.rich : rich;
        }
        return new TextParts(plain, rich);
    }

    /** The words as text. */
    String read() throws Undeliverable {
        StringBuilder text = new StringBuilder();
        int left = MailParts.LONGEST_TEXT;
        for (Part part : plain) {
            String one = PartText.of(part, left);
            left -= Math.min(left, one.length());
            if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(isHtml(part) ? HtmlText.quoted(one) : one);
        }
        return text.toString();
    }

    boolean isBlank() throws Undeliverable {
        return ReplyText.whole(read()).isEmpty();
    }

    /** All of it as it stands, one after the other. */
    String source() throws Undeliverable {
        StringBuilder source = new StringBuilder();
        for (Part part : plain.equals(rich) ? plain : sequence(List.of(this, new TextParts(rich, plain))).plain) {
            source.append(PartText.of(part, MailParts.LONGEST_TEXT)).append('\n');
        }
        return source.toString();
    }

    /** The source of the HTML, empty when there is none. */
    String html() throws Undeliverable {
        StringBuilder html = new StringBuilder();
        for (Part part : rich) {
            if (isHtml(part)) {
                html.append(PartText.of(part, MailParts.LONGEST_TEXT - Math.min(html.length(), MailParts.LONGEST_TEXT)))
                        .append('\n');
            }
        }
        return html.toString();
    }

    private static boolean isHtml(Part part) throws Undeliverable {
        try {
            return part.isMimeType(HTML);
        } catch (MessagingException e) {
            throw new Undeliverable("The parts of the mail cannot be read.");
        }
    }

    private static boolean has(String type, List<Part> parts) throws MessagingException {
        for (Part part : parts) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }
}
