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
    private static final int OPTED_OUT = 21610;
    /** Where Twilio itself acts on the words. */
    private static final Set<String> CARRIERS = Set.of("SMS", "MMS", "RCS");
    private static final String WHATSAPP = "WHATSAPP";
    private static final Set<String> CLEAR = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "OPTOUT");
    /** What answers other questions as well; taken for an opt-out only where Twilio takes it for one. */
    private static final Set<String> AMBIGUOUS = Set.of("CANCEL", "END", "QUIT", "REVOKE");
    private static final Set<String> IN = Set.of("START", "UNSTOP");

    private OptOut() {}

    /** Whether the person opted out, or in again; empty when the event tells neither. */
    public static Optional<Boolean> in(WebhookEvent event) {
        String type = Objects.toString(event.eventType(), "");
        return switch (type) {
            case "onMessageAdded" -> said(Objects.toString(event.source(), "").toUpperCase(Locale.ROOT),
                    Objects.toString(event.body(), "").strip().toUpperCase(Locale.ROOT));
            case "onDeliveryUpdated" -> Objects.equals(event.errorCode(), OPTED_OUT)
                    && event.verdict().progress() == Progress.FAILED ? Optional.of(true) : Optional.empty();
            default -> Optional.empty();
        };
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
