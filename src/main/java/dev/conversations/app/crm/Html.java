// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.text.HtmlText;

/** The HTML of short notes. */
public final class Html {
    private static final String MORE = "\u2026";

    private Html() {}

    /** A text as HTML: nothing in it is a tag, its lines remain lines. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** The same with the end of the text cut off, so that the HTML has no more characters than that. */
    static String of(String text, int longest) {
        String plain = text.replace("\r\n", "\n");
        StringBuilder html = new StringBuilder();
        int fits = 0;
        for (int point : plain.codePoints().toArray()) {
            html.append(escaped(point));
            if (html.length() > longest) {
                return html.substring(0, fits) + MORE;
            }
            fits = html.length() <= longest - MORE.length() ? html.length() : fits;
        }
        return html.toString();
    }

    /** A text with its end cut off, so that it has no more characters than that; no character is cut in two. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - MORE.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MORE;
    }

    /**
     * What a person reads: without tags, lines as lines. Nothing for null.
     *
     * @throws CrmRefusal when it has more tags than a person writes
     */
    public static String text(String html) throws CrmRefusal {
        try {
            return html == null ? "" : HtmlText.of(html).strip();
        } catch (Undeliverable e) {
            throw new CrmRefusal("The HTML has more tags than a person writes.");
        }
    }

    private static String escaped(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\n' -> "<br>";
            default -> Character.toString(point);
        };
    }
}
