// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields that a program writes above the answered mail, From, Date, To and Subject in any order. */
final class HeaderBlock {
    private static final int MOST_LINES = 14;
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_LABEL = 40;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"]{1,100}@[^\\s@<>\"]{1,200}");
    private static final Pattern ANY_FIELD = Pattern.compile("[\\p{L}][\\p{L} ]{0,20} ?[:：] ?\\S.{0,100}");

    /** What a field tells. */
    private enum Kind {
        FROM, DATE, TO, CC, SUBJECT;

        private static final Map<String, Kind> BY_LABEL = new HashMap<>();

        static {
            for (Kind kind : values()) {
                kind.labels().forEach(label -> BY_LABEL.putIfAbsent(label.toLowerCase(Locale.ROOT), kind));
            }
        }

        /** Where it stands in the middle of a line. */
        private final Pattern inside = Phrases.pattern("(?<=\\s)" + Phrases.any(labels()) + "\\s{0,2}[:：]\\s");

        private Set<String> labels() {
            return Phrases.of(name().toLowerCase(Locale.ROOT));
        }
    }

    /** A line that may be one: what stands before the colon, and what follows it. */
    private record Field(Kind kind, String value) {
        private static final Pattern SPACE = Pattern.compile("\\s+");

        static Field of(String line) {
            int begin = line.startsWith("|") ? 1 : 0;
            for (int at = begin; at < Math.min(line.length(), LONGEST_LABEL); at++) {
                char character = line.charAt(at);
                if (character == ':' || character == '：' || character == '|') {
                    String label = SPACE.matcher(line.substring(begin, at).strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
                    Kind kind = Kind.BY_LABEL.get(label);
                    return kind == null ? null : new Field(kind, line.substring(at + 1).strip());
                }
            }
            return null;
        }
    }

    private final Map<Kind, String> fields = new EnumMap<>(Kind.class);

    private HeaderBlock() {}

    /** How many lines from this one on are such fields; 0 if they are none, or what a person may have written. */
    static int length(List<String> lines, int at) {
        String line = Attribution.plain(lines.get(at));
        if (line.length() > LONGEST_LINE || Field.of(line) == null) {
            return 0;
        }
        HeaderBlock block = new HeaderBlock();
        int length = block.read(lines, at);
        if (block.isInOneLine(line)) {
            return 1;
        }
        boolean goesOn = at + length < lines.size() && ANY_FIELD.matcher(Attribution.plain(lines.get(at + length))).matches();
        return block.isOfProgram(goesOn) ? length : 0;
    }

    static boolean isField(String line) {
        return Field.of(line) != null;
    }

    static boolean beginsWithSender(String text) {
        Field field = Field.of(text);
        return field != null && field.kind == Kind.FROM;
    }

    private int read(List<String> lines, int from) {
        int end = from;
        for (int at = from; at < Math.min(lines.size(), from + MOST_LINES); at++) {
            String line = Attribution.plain(lines.get(at));
            Field field = line.length() > LONGEST_LINE ? null : Field.of(line);
            if (line.isEmpty()) {
                if (at + 1 == lines.size() || Field.of(Attribution.plain(lines.get(at + 1))) == null) {
                    return end - from;
                }
                continue;
            }
            if (field != null && !fields.containsKey(field.kind)) {
                fields.put(field.kind, field.value);
            } else if ((field == null || field.kind != Kind.CC) && !(end > from && isContinued(lines.get(end - 1), line))) {
                return end - from;
            }
            end = at + 1;
        }
        return end - from;
    }

    private static boolean isContinued(String before, String line) {
        String last = before.strip();
        return last.endsWith(",") || last.endsWith(";") || last.endsWith(":") && ADDRESS.matcher(line).find()
                || line.startsWith("<") && ADDRESS.matcher(line).find();
    }

    private boolean isOfProgram(boolean goesOn) {
        String from = fields.get(Kind.FROM);
        String date = fields.get(Kind.DATE);
        if (from == null || date == null && !(fields.containsKey(Kind.SUBJECT) && fields.containsKey(Kind.TO))) {
            return false;
        }
        boolean addressed = ADDRESS.matcher(from).find();
        boolean timed = date != null && (SentDate.hasTime(date) || SentDate.hasDay(date));
        if (fields.containsKey(Kind.SUBJECT)) {
            return addressed || timed || ADDRESS.matcher(fields.getOrDefault(Kind.TO, "")).find();
        }
        return addressed && timed && !goesOn;
    }

    private boolean isInOneLine(String line) {
        if (fields.size() != 1 || !fields.containsKey(Kind.FROM) || !ADDRESS.matcher(line).find()) {
            return false;
        }
        List<Kind> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.inside.matcher(line).find()) {
                found.add(kind);
            }
        }
        return found.contains(Kind.DATE) && found.contains(Kind.SUBJECT);
    }
}
