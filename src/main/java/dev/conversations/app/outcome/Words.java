// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.webhook.DeliveryVerdict;
import dev.conversations.webhook.WebhookEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What became of a message, in words that a person understands. */
public final class Words {
    private static final String REACTIONS = "reactions";
    private static final int LONGEST = 500;

    private Words() {}

    /** Why a message was not delivered, with Twilio's code. */
    public static String reason(WebhookEvent event) {
        DeliveryVerdict verdict = event.verdict();
        if (event.errorCode() == null) {
            return "Twilio gave no reason.";
        }
        String meaning = Objects.requireNonNullElse(verdict.meaning(), "What the code means is not known here.");
        return meaning + " (error " + event.errorCode() + ")";
    }

    /**
     * How people reacted to a message: the member {@code reactions} of its attributes, each with those who chose it, as
     * chat clients keep it there.
     *
     * @return null when nobody did
     */
    public static String reactions(WebhookEvent event) {
        Object reactions = event.attributes().get(REACTIONS);
        String text = reactions instanceof Map<?, ?> byKind ? listed(byKind)
                : reactions instanceof Collection<?> kinds
                        ? kinds.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : Objects.toString(reactions, "");
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST));
    }

    private static String listed(Map<?, ?> byKind) {
        return byKind.entrySet().stream().filter(kind -> count(kind.getValue()) > 0)
                .map(kind -> kind.getKey() + " (" + count(kind.getValue()) + ")").collect(Collectors.joining(", "));
    }

    private static long count(Object who) {
        return who instanceof Collection<?> people ? people.size() : who instanceof Number number ? number.longValue() : 1;
    }
}
