// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import dev.conversations.webhook.DeliveryFailures.Failure;
import java.util.Optional;

/**
 * What became of a message on its way to one recipient, and whether sending again can help. What is not known of a status or an error
 * code is told as unknown, never guessed.
 *
 * @param progress how far it got
 * @param retry whether sending again can help
 * @param meaning what the error code means, in a sentence; null without a code that is known
 * @param source Twilio's page about the code, a URL; null without a code that is known
 * @see <a href="https://www.twilio.com/docs/conversations-classic/delivery-receipts-overview">Twilio, delivery receipts</a>
 */
public record DeliveryVerdict(Progress progress, Retry retry, String meaning, String source) {

    /** How far a message got. */
    public enum Progress {
        /** On its way: more will be told. */
        PENDING,
        /** It arrived; that it was read may still be told. */
        ARRIVED,
        /** It did not arrive, and will not. */
        FAILED,
        /** A status that is not known here. */
        UNKNOWN
    }

    /** Whether sending again can help. */
    public enum Retry {
        /** It has not failed. */
        NEEDLESS,
        /** The same message may pass later. */
        LATER,
        /** Another message, sender, channel or setting may pass: outside WhatsApp's 24 hours a template. */
        CHANGED,
        /** Nothing passes from that sender to that address: the person opted out, the number does not exist. */
        NEVER,
        /** Nothing is known that tells. */
        UNKNOWN
    }

    /**
     * The verdict on a receipt, as an event or {@code receipts/fetch} tells it.
     *
     * @param status Twilio's; null while it is still inside Twilio
     * @param errorCode Twilio's; null or 0 for none
     */
    public static DeliveryVerdict of(String status, Number errorCode) {
        Progress progress = progress(status);
        Optional<Failure> failure = DeliveryFailures.of(errorCode);
        Retry retry = switch (progress) {
            case PENDING, ARRIVED -> Retry.NEEDLESS;
            case FAILED -> failure.map(Failure::retry).orElse(Retry.UNKNOWN);
            case UNKNOWN -> Retry.UNKNOWN;
        };
        return new DeliveryVerdict(progress, retry, failure.map(Failure::meaning).orElse(null),
                failure.map(known -> DeliveryFailures.source(errorCode.intValue())).orElse(null));
    }

    /** Whether it is settled if the message arrives: it did, or it never will. */
    public boolean isFinal() {
        return progress == Progress.ARRIVED || progress == Progress.FAILED;
    }

    /** Whether sending again can help, the same or something else; false too where that is not known. */
    public boolean isRetryable() {
        return retry == Retry.LATER || retry == Retry.CHANGED;
    }

    private static Progress progress(String status) {
        if (status == null) {
            return Progress.PENDING;
        }
        return switch (status) {
            case "accepted", "queued", "sending", "sent" -> Progress.PENDING;
            case "delivered", "read" -> Progress.ARRIVED;
            case "failed", "undelivered" -> Progress.FAILED;
            default -> Progress.UNKNOWN;
        };
    }
}
