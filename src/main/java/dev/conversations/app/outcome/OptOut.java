// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.webhook.DeliveryVerdict.Progress;
import dev.conversations.webhook.WebhookEvent;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a person may be written to, as the person or Twilio says. A message that is nothing but one of Twilio's words
 * says so, and the error of a message to somebody who opted out.
 *
 * @see <a href="https://help.twilio.com/articles/223134027">Twilio, support for opt-out keywords</a>
 */
public final class OptOut {
    /** Where Twilio itself acts on the words. */
    private static final Set<String> CARRIERS = Set.of("SMS", "MMS", "RCS");
    private static final String WHATSAPP = "WHATSAPP";
    private static final Set<String> CLEAR = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "OPTOUT");
    /** What answers other questions as well; taken for an opt-out only where Twilio takes it for one. */
    private static final Set<String> AMBIGUOUS = Set.of("CANCEL", "END", "QUIT", "REVOKE");
    private static final Set<String> IN = Set.of("START", "UNSTOP");
    /** What opts in who had opted out, and says nothing of anybody else. */
    private static final String YES = "YES";

    private OptOut() {}

    /** Whether the person opted out, or in again; empty when the event tells neither. */
    public static Optional<Boolean> in(WebhookEvent event) {
        String type = Objects.toString(event.eventType(), "");
        return switch (type) {
            case "onMessageAdded" -> said(source(event), word(event));
            case "onDeliveryUpdated" -> Objects.equals(event.errorCode(), OptedOut.CODE)
                    && event.verdict().progress() == Progress.FAILED ? Optional.of(true) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * The same for those who keep whether a person opted out, and lose nothing by hearing twice that none did: where Twilio
     * acts on the words, {@code YES} opts in too.
     */
    public static Optional<Boolean> flag(WebhookEvent event) {
        boolean yes = "onMessageAdded".equals(event.eventType()) && CARRIERS.contains(source(event))
                && word(event).equals(YES);
        return yes ? Optional.of(false) : in(event);
    }

    /** What is found by asking the API comes without a source; then the address of who wrote it tells the channel. */
    private static String source(WebhookEvent event) {
        if (event.source() == null && event.repaired()) {
            String author = Objects.toString(event.author(), "");
            return author.startsWith("whatsapp:") ? WHATSAPP : author.matches("(rcs:.+|\\+\\d+)") ? "SMS" : "";
        }
        return Objects.toString(event.source(), "").toUpperCase(Locale.ROOT);
    }

    private static String word(WebhookEvent event) {
        return Objects.toString(event.body(), "").strip().toUpperCase(Locale.ROOT);
    }

    private static Optional<Boolean> said(String source, String word) {
        boolean carrier = CARRIERS.contains(source);
        if (!carrier && !source.equals(WHATSAPP)) {
            return Optional.empty();
        }
        if (CLEAR.contains(word) || carrier && AMBIGUOUS.contains(word)) {
            return Optional.of(true);
        }
        return IN.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
