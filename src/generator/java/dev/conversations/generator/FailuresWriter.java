package dev.conversations.generator;

import static dev.conversations.generator.Names.quote;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes why messages are not delivered: the table that verdicts come from, and catalog/failures.md for people. */
final class FailuresWriter {

    private FailuresWriter() {}

    static String java(Model model) {
        String rows = model.failures().codes().stream()
                .map(row -> "            Map.entry(%d, new Failure(Retry.%s, %s))".formatted(
                        row.code(), row.retry().toUpperCase(Locale.ROOT), quote(row.text())))
                .collect(Collectors.joining(",\n"));
        return """
                package dev.conversations.webhook;

                import dev.conversations.webhook.DeliveryVerdict.Retry;
                import java.util.Map;
                import java.util.Optional;

                /** Why messages are not delivered, by the error codes of receipts. */
                final class DeliveryFailures {
                    private static final String SOURCE = %s;

                    static final Map<Integer, Failure> CODES = Map.ofEntries(
                %s);

                    private DeliveryFailures() {}

                    /** What a code means. */
                    record Failure(Retry retry, String meaning) {}

                    /** What is known of a code. */
                    static Optional<Failure> of(Number code) {
                        return Optional.ofNullable(code).map(Number::intValue).map(CODES::get);
                    }

                    /** Twilio's page about a code. */
                    static String source(int code) {
                        return SOURCE + code;
                    }
                }
                """.formatted(quote(model.failures().source()), rows);
    }

    static String page(Model model) {
        String rows = model.failures().codes().stream()
                .map(row -> "| [%d](%s%d) | %s | %s |\n".formatted(
                        row.code(), model.failures().source(), row.code(), row.retry().toUpperCase(Locale.ROOT), row.text()))
                .collect(Collectors.joining());
        return """
                # Why messages are not delivered

                The error codes of `events/onDeliveryUpdated` and of receipts, and whether another try can help, as `DeliveryVerdict` and the header
                `CamelTwilioConversationsEventRetry` tell it: `LATER` the same message may pass, `CHANGED` another one, sender, channel or
                setting may, `NEVER` nothing passes from that sender to that address, `UNKNOWN` nobody knows. A code that is not here is `UNKNOWN`.

                | code | retry | what happened |
                |---|---|---|
                """ + rows;
    }
}
