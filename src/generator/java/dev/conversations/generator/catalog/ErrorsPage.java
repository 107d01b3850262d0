// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import static java.util.stream.Collectors.joining;

import dev.conversations.generator.model.Model;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes catalog/errors.md and catalog/failures.md: what Twilio's codes mean, and whether another try can help. */
final class ErrorsPage {

    private ErrorsPage() {}

    private record Row(int code, String where, String retry, String meaning) {}

    static String write(Model model) {
        String source = model.failures().source();
        Stream<Row> calls = model.errors().stream().map(error -> new Row(
                error.code(), error.where() + (error.status() == null ? "" : ", " + error.status()), error.retry(), error.meaning()));
        Stream<Row> deliveries = model.failures().codes().stream().map(failure -> new Row(
                failure.code(), "delivery", failure.retry(), failure.text()));
        String rows = Stream.concat(calls, deliveries).sorted(Comparator.comparing(Row::code)).map(row -> "| [%d](%s%d) | %s | %s | %s |\n"
                .formatted(row.code(), source, row.code(), row.where(), row.retry().toUpperCase(Locale.ROOT), row.meaning()))
                .collect(joining());
        return """
                # Errors

                Twilio's codes that matter. A call ends with a `TwilioException` that has `code`, `status`, `moreInfo` and `requestId`; a delivery tells its
                code in `events/onDeliveryUpdated` and in receipts ([failures.md](failures.md)). The HTTP status is that with which the sandbox answers.
What stands in Twilio's debugger ends no call.

                Another try: `LATER` the same may pass, `CHANGED` something else may, `NEVER` nothing passes from that sender to that address,
                `UNKNOWN` nobody knows. What is refused with status 429 has not been done; the component tries it again by itself (`maxRetries`),
                and what an answer of 5xx leaves open only where repeating harms nothing. A create with `idempotencyKey` is safe to call again always.

                | code | where | another try | what it means |
                |---|---|---|---|
                """ + rows;
    }

    static String failures(Model model) {
        String rows = model.failures().codes().stream()
                .map(row -> "| [%d](%s%d) | %s | %s |\n".formatted(
                        row.code(), model.failures().source(), row.code(), row.retry().toUpperCase(Locale.ROOT), row.text()))
                .collect(joining());
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
