// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The line in the footer of a mail that names its conversation by a token: {@code [ref:...]}. It is known again in what an
 * answer quotes, also when quoting has broken the line or HTML was made of it.
 */
final class FooterMark {
    /** What quoting and wrapping put between two characters: space, unseen characters, marks of quotes. */
    private static final String BREAK = "[\\s\\p{Z}\\p{Cc}\\p{Cf}>|»=]*+";
    private static final Pattern MARK = Pattern.compile("\\[?r" + BREAK + "e" + BREAK + "f" + BREAK + ":((?:" + BREAK
            + "[0-9a-z]){" + ConversationTokens.LENGTH + "})(?:" + BREAK + "\\])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAKS = Pattern.compile(BREAK);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

    private final ConversationTokens tokens;

    FooterMark(ConversationTokens tokens) {
        this.tokens = tokens;
    }

    /** The mark, for a line of its own. */
    String of(String conversationSid) {
        return "[ref:" + tokens.of(conversationSid) + "]";
    }

    /** The conversations whose marks stand in a text, be it plain or HTML. */
    Set<String> in(String text) {
        Set<String> conversations = new LinkedHashSet<>();
        String plain = Parser.unescapeEntities(text, false);
        for (String one : new String[] {plain, Parser.unescapeEntities(TAG.matcher(text).replaceAll(""), false)}) {
            MARK.matcher(one).results().forEach(mark -> tokens.conversation(token(mark)).ifPresent(conversations::add));
        }
        return conversations;
    }

    /** The text without marks of ours. */
    String removedFrom(String text) {
        return MARK.matcher(text).replaceAll(mark ->
                tokens.conversation(token(mark)).isPresent() ? "" : Matcher.quoteReplacement(mark.group()));
    }

    private static String token(MatchResult mark) {
        return BREAKS.matcher(mark.group(1)).replaceAll("");
    }
}
