// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is known of the mail that is answered, because it was ours: what stands of it in the answer is a quote by proof.
 *
 * @param text all that it said above its footer; empty when that is not known
 * @param footer a line that it ended with
 * @param marks what the fields above it name, such as its sender's address and its subject
 */
public record AnsweredMail(String text, Pattern footer, List<String> marks) {
    private static final int FEWEST_WORDS = 4;
    private static final int HEADER_LINES = 9;
    private static final Pattern RULE = Pattern.compile("[-_=]{3,}.*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Whether a text shows a trace of it, or any quote, so that it is worth knowing what it said. */
    public boolean leavesTraceIn(String reply) {
        return reply.lines().anyMatch(line -> line.startsWith(">") || isFooter(line) || isMarked(line));
    }

    /** The lines of an answer, without those that are the answered mail, with the fields above it. */
    public List<String> removedFrom(List<String> answer) {
        List<String> left = new ArrayList<>(answer);
        List<Word> words = words(left);
        List<String> known = wordsOf(text);
        int from = known.isEmpty() ? -1 : last(words, known);
        if (from >= 0 && isWhole(words, from, known.size())) {
            int first = words.get(from).line;
            int last = words.get(from + known.size() - 1).line;
            int begin = beginOfHeader(left, first);
            int end = endOfFooter(left, last);
            if (known.size() >= FEWEST_WORDS || begin < first || end > last) {
                left.subList(begin, end + 1).clear();
            }
        }
        left.removeIf(this::isFooter);
        return left;
    }

    /** Where the word stands. */
    private record Word(String text, int line) {}

    private static boolean isWhole(List<Word> words, int from, int count) {
        int end = from + count;
        return (from == 0 || words.get(from - 1).line < words.get(from).line)
                && (end == words.size() || words.get(end).line > words.get(end - 1).line);
    }

    private boolean isFooter(String line) {
        return footer.matcher(bare(line)).matches();
    }

    private boolean isMarked(String line) {
        return marks.stream().anyMatch(line::contains);
    }

    /** It comes right below, with blank lines and the mark of a signature. */
    private int endOfFooter(List<String> lines, int last) {
        int end = last;
        for (int at = last + 1; at < lines.size(); at++) {
            String line = bare(lines.get(at));
            if (isFooter(line)) {
                end = at;
            } else if (!line.isEmpty() && !Closing.opensSignature(line)) {
                break;
            }
        }
        return end;
    }

    /** The lines right above, down from the topmost that names the mail or its date. */
    private int beginOfHeader(List<String> lines, int first) {
        int at = first - 1;
        while (at >= 0 && bare(lines.get(at)).isEmpty()) {
            at--;
        }
        int begin = first;
        for (int lowest = at; at >= 0 && lowest - at < HEADER_LINES && !bare(lines.get(at)).isEmpty(); at--) {
            if (isOfHeader(lines, at)) {
                begin = at;
            }
        }
        while (begin < first && begin > 0 && RULE.matcher(bare(lines.get(begin - 1))).matches()) {
            begin--;
        }
        return begin;
    }

    private boolean isOfHeader(List<String> lines, int at) {
        String line = bare(lines.get(at));
        return isMarked(line) || line.charAt(0) == QuoteMark.HEADER || line.charAt(0) == QuoteMark.END
                || QuoteHeader.at(lines, at) != null || HeaderBlock.isField(line);
    }

    private static List<Word> words(List<String> lines) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String word : wordsOf(bare(lines.get(i)))) {
                words.add(new Word(word, i));
            }
        }
        return words;
    }

    private static List<String> wordsOf(String text) {
        String plain = text.strip();
        return plain.isEmpty() ? List.of() : List.of(SPACE.split(plain));
    }

    /** A line without the marks of quotes. */
    private static String bare(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '>' || line.charAt(at) == ' ')) {
            at++;
        }
        return line.substring(at).strip();
    }

    /** Where the known words stand for the last time, one after the other; negative if they do not. */
    private static int last(List<Word> words, List<String> known) {
        int[] fallback = fallback(known);
        int found = -1;
        int matched = 0;
        for (int i = 0; i < words.size(); i++) {
            while (matched > 0 && (matched == known.size() || !words.get(i).text.equals(known.get(matched)))) {
                matched = fallback[matched - 1];
            }
            matched += words.get(i).text.equals(known.get(matched)) ? 1 : 0;
            if (matched == known.size()) {
                found = i - matched + 1;
            }
        }
        return found;
    }

    private static int[] fallback(List<String> known) {
        int[] fallback = new int[known.size()];
        int matched = 0;
        for (int i = 1; i < known.size(); i++) {
            while (matched > 0 && !known.get(i).equals(known.get(matched))) {
                matched = fallback[matched - 1];
            }
            matched += known.get(i).equals(known.get(matched)) ? 1 : 0;
            fallback[i] = matched;
        }
        return fallback;
    }
}
