// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.app.delivery.Keys;
import dev.conversations.model.Participant;
import dev.conversations.model.ParticipantConversation;
import dev.conversations.webhook.WebhookEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * The conversations whose only person opted out: until that person opts in again no answer is sent there. What is
 * forgotten does no harm, since Twilio refuses the next answer. It is kept beside the queues, or where {@code bridge.keys} names a place, else
 * as long as the process lives.
 */
public final class OptOuts {
    private static final String CONVERSATION = "conversationSid";
    private static final String RCS = "rcs:";

    private final Memory memory = new Memory("{{bridge.opt-outs.in-use:}}");

    /**
     * Looks whether a message may be sent. A dead letter that is tried again may: somebody knows better, and Twilio has
     * the last word.
     *
     * @param message options of {@code messages/create}
     * @throws OptedOut when it would reach nobody but somebody who opted out
     */
    public void check(Exchange exchange, Map<String, ?> message) throws Exception {
        if (!isAgain(exchange) && message.get(CONVERSATION) instanceof String conversation && memory.has(exchange, key(conversation))) {
            throw new OptedOut();
        }
    }

    /** Notes that Twilio took a message: what was tried again shows that nobody is opted out. */
    public void passed(Exchange exchange, String conversation) throws Exception {
        if (isAgain(exchange)) {
            memory.remove(exchange, key(conversation));
        }
    }

    /** Whether the event tells that somebody opted out. */
    public boolean begins(WebhookEvent event) {
        return OptOut.flag(event).orElse(false);
    }

    /** Whether the event tells that somebody opted in again, if he or she had opted out. */
    public boolean ends(WebhookEvent event) {
        return !OptOut.flag(event).orElse(true);
    }

    /** Remembers it of a conversation, unless others are there to be reached. */
    public void begin(Exchange exchange, WebhookEvent event, List<Participant> participants) throws Exception {
        if (participants.stream().filter(OptOuts::isReachedByAddress).count() <= 1) {
            memory.add(exchange, key(event.conversationSid()));
        }
    }

    /** Where else the person may have conversations: opt-outs of SMS, MMS and RCS are one. */
    public List<String> addresses(WebhookEvent event) {
        String author = event.author();
        return author == null ? List.of()
                : author.startsWith(RCS) ? List.of(author, author.substring(RCS.length()))
                : author.startsWith("+") ? List.of(author, RCS + author) : List.of(author);
    }

    /** Forgets it of the event's conversation. */
    public void end(Exchange exchange, WebhookEvent event) throws Exception {
        memory.remove(exchange, key(event.conversationSid()));
    }

    /** Forgets it of all conversations of a person. */
    public void endAll(Exchange exchange, Collection<ParticipantConversation> conversations) throws Exception {
        for (ParticipantConversation conversation : conversations) {
            memory.remove(exchange, key(conversation.conversationSid()));
        }
    }

    private static boolean isAgain(Exchange exchange) {
        return exchange.getVariable("letter") != null;
    }

    private static boolean isReachedByAddress(Participant participant) {
        return participant.messagingBinding() != null && participant.messagingBinding().get("address") != null;
    }

    private static String key(String conversation) {
        return Keys.hash("opted out " + conversation);
    }
}
