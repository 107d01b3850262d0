// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import dev.conversations.app.mail.quote.AnsweredMail;
import dev.conversations.app.mail.text.BlankMessage;
import dev.conversations.webhook.WebhookEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The subject and the words of a mail that carries a message, so that an answer shows which of its words are ours. */
final class SentMail {
    /** How each subject begins. */
    static final String SUBJECT = "Conversation";

    private static final int SUBJECT_DIGITS = 8;
    private static final String ASKING = "Answer this mail to write to the conversation.";
    private static final String SIDS = "CH[0-9a-fA-F]{32} IM[0-9a-fA-F]{32}";

    private SentMail() {}

    static String subject(String conversationSid) {
        return SUBJECT + " " + conversationSid.substring(2, 2 + SUBJECT_DIGITS);
    }

    /**
     * @param missing words in place of files that are not there
     * @param mark the line of the footer by which answers are known
     */
    static String text(WebhookEvent event, List<String> missing, String mark) {
        StringBuilder text = new StringBuilder(BlankMessage.words(event));
        missing.forEach(words -> text.append('\n').append(words));
        return text.append("\n\n-- \n").append(ASKING).append('\n')
                .append(event.conversationSid()).append(' ').append(event.messageSid())
                .append('\n').append(mark).append('\n').toString();
    }

    /** The message that the last footer in a text names, if it is one of the conversation. */
    static Optional<String> message(String text, String conversationSid) {
        Matcher named = Pattern.compile(conversationSid + "\\s+(IM[0-9a-fA-F]{32})\\b").matcher(text);
        return named.results().reduce((first, last) -> last).map(last -> last.group(1));
    }

    /**
     * What is known of the mail of a message.
     *
     * @param body the message's text; null when it is not known
     * @param bridge the address that the mail came from
     */
    static AnsweredMail known(String conversationSid, String body, String bridge) {
        return new AnsweredMail(body == null ? "" : body, Pattern.compile(Pattern.quote(ASKING) + "|(?:"
                + Pattern.quote(ASKING) + " )?" + SIDS), List.of(bridge, subject(conversationSid)));
    }
}
