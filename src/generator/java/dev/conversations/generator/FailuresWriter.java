// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import static dev.conversations.generator.model.Names.quote;

import dev.conversations.generator.model.Model;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes why messages are not delivered: the table that verdicts come from. */
final class FailuresWriter {

    private FailuresWriter() {}

    static String write(Model model) {
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
}
