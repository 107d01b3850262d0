// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in pieces that a channel takes, in order: parted where people part it, and never within a character. */
public final class Pieces {
    /** The best places first: between paragraphs, lines, sentences, words. */
    private static final List<Pattern> PLACES = List.of(Pattern.compile("\\n\\s*\\n"), Pattern.compile("\\n"),
            Pattern.compile("(?<=[.!?…。！？])\\s+|(?<=[。！？])"), Pattern.compile("\\s+"));
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Pieces() {}

    /**
     * The pieces; the text itself if it is short enough.
     *
     * @param longest in characters, as Java counts them
     * @param most in bytes of UTF-8
     */
    public static List<String> of(String text, int longest, int most) {
        List<String> pieces = new ArrayList<>();
        String left = text;
        while (fitting(left, longest, most) < left.length()) {
            int end = fitting(left, longest, most);
            int cut = place(left, end);
            pieces.add(left.substring(0, cut).stripTrailing());
            left = left.substring(cut).stripLeading();
        }
        pieces.add(left);
        pieces.removeIf(piece -> piece.isEmpty() && pieces.size() > 1);
        return pieces;
    }

    /** How much of the beginning fits. */
    private static int fitting(String text, int longest, int most) {
        int end = Math.min(text.length(), longest);
        if (text.substring(0, end).getBytes(UTF_8).length <= most) {
            return end;
        }
        int bytes = 0;
        int at = 0;
        while (at < end) {
            int point = text.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > most) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    /** The last good place in the second half of what fits, else behind its last whole character. */
    private static int place(String text, int end) {
        for (Pattern place : PLACES) {
            Matcher found = place.matcher(text).region(end / 2, Math.min(text.length(), end + 1));
            found.useTransparentBounds(true);
            int last = 0;
            while (found.find()) {
                last = found.start() <= end ? found.start() : last;
            }
            if (last > 0) {
                return last;
            }
        }
        return wholeCharacters(text, end);
    }

    private static int wholeCharacters(String text, int end) {
        int begin = Math.max(0, end - 64);
        begin += begin > 0 && Character.isLowSurrogate(text.charAt(begin)) ? 1 : 0;
        Matcher character = CHARACTER.matcher(text).region(begin, text.length());
        int last = 0;
        while (character.find() && character.end() <= end) {
            last = character.end();
        }
        if (last > begin) {
            return last;
        }
        return end > 1 && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
