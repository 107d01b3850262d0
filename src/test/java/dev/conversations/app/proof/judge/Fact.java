// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof.judge;

import java.util.Locale;

/**
 * Something that happened, as a line of a history.
 *
 * @param kind what
 * @param thread in what order it belongs: a conversation, or the replies of one kind in it
 * @param number its place there, from 1 on
 * @param id what tells it from a repeat of itself
 */
public record Fact(Kind kind, String thread, int number, String id) {

    /** What happens. */
    public enum Kind {
        /** A person wrote a message. */
        SENT,
        /** A mail about it lies in the mailbox of support. */
        MAILED,
        /** It lies on the queue of messages. */
        QUEUED,
        /** Somebody replied, by mail or by the queue. */
        REPLIED,
        /** The reply is on the person's telephone. */
        ARRIVED,
        /** Somebody replied to a person who cannot be reached. */
        HOPELESS,
        /** That it failed lies in the mailbox of support, or on the queue of what became of messages. */
        RETURNED,
        /** A process was killed. */
        KILLED
    }

    public static Fact parse(String line) {
        String[] words = line.split(" ");
        if (words.length != 4) {
            throw new IllegalArgumentException("A fact is four words: kind, thread, number, id");
        }
        return new Fact(Kind.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], Integer.parseInt(words[2]), words[3]);
    }

    @Override
    public String toString() {
        return String.join(" ", kind.name().toLowerCase(Locale.ROOT), thread, String.valueOf(number), id);
    }
}
