// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import dev.conversations.app.mail.quote.AnsweredMail;
import dev.conversations.app.mail.quote.Closing;
import dev.conversations.app.mail.quote.QuoteHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a person wrote in a mail, without the mail it answers and without a signature. Where programs and people write
 * alike the text is kept. Answers between the lines of a quote keep the lines they answer.
 */
public final class ReplyText {
    private static final int MOST_CLOSINGS = 9;
    private static final Pattern COMPARISON = Pattern.compile(">=? ?[~≈±€$£¥]? ?\\d.{0,200}");

    private final List<String> marked;
    private final List<String> lines;
    private final List<Line> own = new ArrayList<>();
    private final int lastText;
    private boolean hasText;

    /** What a line that is left is taken for. */
    private enum Kind {
        OWN, QUOTED,
        /** Quoted, below words of a program that say so. */
        ANNOUNCED
    }

    private record Line(String marked, String bare, Kind kind) {
        boolean isQuote() {
            return kind != Kind.OWN;
        }

        boolean isBlank() {
            return bare.isBlank() && PictureMark.in(marked).isEmpty();
        }
    }

    private ReplyText(List<String> lines) {
        this.marked = lines;
        this.lines = marked.stream().map(MailLines::bare).toList();
        this.lastText = lastText();
    }

    /** The text, empty when nothing is left. */
    public static String of(String mail) {
        return new ReplyText(MailLines.of(mail)).reduced();
    }

    /** The text without what the mail that is answered is known to have said; empty when nothing is left. */
    public static String of(String mail, AnsweredMail answered) {
        return new ReplyText(answered.removedFrom(MailLines.of(mail))).reduced();
    }

    /** All that the mail says. */
    public static String whole(String mail) {
        return MailLines.text(MailLines.of(mail));
    }

    /** All that the mail says beyond what the mail that is answered is known to have said. */
    public static String whole(String mail, AnsweredMail answered) {
        return MailLines.text(answered.removedFrom(MailLines.of(mail)));
    }

    /** The pictures that stand in the text, as {@link HtmlText#marked} marks them, quotes left out. */
    public static List<String> pictures(String mail) {
        ReplyText text = new ReplyText(MailLines.of(mail));
        text.reduce();
        text.own.removeIf(Line::isQuote);
        return PictureMark.in(String.join("\n", text.own.stream().map(Line::marked).toList()));
    }

    private String reduced() {
        reduce();
        return MailLines.text(own.stream().map(Line::marked).toList());
    }

    private void reduce() {
        int at = 0;
        while (at >= 0 && at < lines.size()) {
            at = next(at);
        }
        dropEnd();
        dropTheOnlyQuote();
        dropEnd();
    }

    /** Takes one line, or more that belong together; where it goes on, negative at the end of the person's text. */
    private int next(int at) {
        QuoteHeader header = QuoteHeader.at(lines, at);
        int end = header == null ? at : at + header.lines();
        if (header != null && QuoteHeader.isQuoteNext(lines, end)) {
            boolean counts = switch (header.kind()) {
                case DIVIDES -> !hasText;
                case ATTRIBUTES -> true;
                case MAY_ATTRIBUTE -> !hasText || lastText < end;
            };
            if (counts) {
                return takeQuote(end, Kind.ANNOUNCED);
            }
            if (header.kind() == QuoteHeader.Kind.MAY_ATTRIBUTE) {
                IntStream.range(at, end).forEach(line -> add(line, Kind.OWN));
                return takeQuote(end, Kind.OWN);
            }
        }
        if (header != null && (header.kind() != QuoteHeader.Kind.MAY_ATTRIBUTE || isBelowPraise())) {
            return hasText ? -1 : end;
        }
        if (own.isEmpty() && Closing.isPraise(lines.get(at)) && (at + 1 == lines.size() || lines.get(at + 1).isBlank())) {
            return at + 1;
        }
        if (Closing.opensSignature(lines.get(at))) {
            return endOfSignature(at);
        }
        if (lines.get(at).startsWith(">")) {
            return takeQuote(at, isComparison(at) ? Kind.OWN : Kind.QUOTED);
        }
        add(at, Kind.OWN);
        return at + 1;
    }

    private int takeQuote(int from, Kind kind) {
        int at = from;
        while (at < lines.size() && (lines.get(at).startsWith(">") || lines.get(at).isBlank())) {
            add(at, lines.get(at).startsWith(">") ? kind : Kind.OWN);
            at++;
        }
        return at;
    }

    /** "> 30 kg is too heavy" is no quote, unless a program says so. */
    private boolean isComparison(int from) {
        int at = from;
        while (at < lines.size() && COMPARISON.matcher(lines.get(at)).matches()) {
            at++;
        }
        return at > from && (at == lines.size() || !lines.get(at).startsWith(">"));
    }

    private void add(int at, Kind kind) {
        Line line = new Line(marked.get(at).stripTrailing(), lines.get(at), kind);
        own.add(line);
        hasText = hasText || !line.isBlank();
    }

    private int endOfSignature(int from) {
        int at = from + 1;
        while (at < lines.size() && !lines.get(at).startsWith(">") && !divides(at)) {
            at++;
        }
        return at;
    }

    private boolean divides(int at) {
        QuoteHeader header = QuoteHeader.at(lines, at);
        return header != null && (header.kind() != QuoteHeader.Kind.MAY_ATTRIBUTE
                || QuoteHeader.isQuoteNext(lines, at + header.lines()));
    }

    /** Below "Sent from my iPhone" a person seldom goes on, and never as a program does. */
    private boolean isBelowPraise() {
        int last = own.size() - 1;
        while (last >= 0 && own.get(last).isBlank()) {
            last--;
        }
        return last >= 0 && Closing.isPraise(own.get(last).bare);
    }

    private void dropEnd() {
        for (int closings = 0; closings <= MOST_CLOSINGS; closings++) {
            dropBlanksAndQuotes();
            int length = Closing.length(own.subList(Math.max(0, own.size() - 3), own.size()).stream().map(Line::bare).toList());
            if (length == 0) {
                return;
            }
            own.subList(own.size() - length, own.size()).clear();
        }
    }

    private void dropBlanksAndQuotes() {
        int end = own.size();
        while (end > 0 && (own.get(end - 1).isBlank() || own.get(end - 1).isQuote())) {
            end--;
        }
        own.subList(end, own.size()).clear();
    }

    /** A quote that a program announced, with the answer below it, goes; answers between several keep them. */
    private void dropTheOnlyQuote() {
        int first = 0;
        while (first < own.size() && own.get(first).kind != Kind.ANNOUNCED) {
            first++;
        }
        int end = first;
        while (end < own.size() && (own.get(end).kind == Kind.ANNOUNCED || own.get(end).isBlank())) {
            end++;
        }
        if (own.subList(end, own.size()).stream().noneMatch(Line::isQuote)) {
            own.subList(first, end).removeIf(Line::isQuote);
        }
    }

    /** The last line that is neither a quote nor made by a program. */
    private int lastText() {
        int end = lines.size();
        int afterQuotes = end;
        while (afterQuotes > 0 && !lines.get(afterQuotes - 1).startsWith(">")) {
            afterQuotes--;
        }
        for (int i = afterQuotes; i < lines.size(); i++) {
            if (Closing.opensSignature(lines.get(i))) {
                end = i;
                break;
            }
        }
        for (int closings = 0; closings <= MOST_CLOSINGS && end > 0; closings++) {
            while (end > 0 && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith(">"))) {
                end--;
            }
            int length = Closing.length(lines.subList(Math.max(0, end - 3), end));
            if (length == 0) {
                break;
            }
            end -= length;
        }
        return end - 1;
    }
}
