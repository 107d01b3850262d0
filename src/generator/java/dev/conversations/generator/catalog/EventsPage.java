// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import static java.util.stream.Collectors.joining;

import dev.conversations.generator.model.Model;
import java.util.List;
import java.util.stream.Stream;

/** Writes catalog/events.md: when each event comes, what with, and what may be answered. */
final class EventsPage {

    private static final String TABLE = "\n| parameter | body | header | meaning |\n|---|---|---|---|\n";

    private EventsPage() {}

    static String write(Model model) {
        return """
                # Events

                Every event of the Twilio Conversations API as an endpoint `twilio-conversations:events/<event>`; `events/all` receives all post-action
                events, and its option `only` some of them. A pre-action event asks: Twilio waits up to 5 seconds for the answer of its one route. A
                post-action event tells: any number of routes may receive it.

                The body is a `WebhookEvent`. What the column *body* shows reads it in `simple`; as JSON or `Map` the body has the parameters under
                Twilio's names, `Attributes` and `Media` read, a repeated one as a list: [schemas](schemas). A parameter that Twilio has not sent is
                absent, its header too. Others than these may come: `${body.parameter('Name')}` reads any.

                | event | kind | when |
                |---|---|---|
                %s
                ## Every event

                An event of which no webhook told, so that repair found it, has `${body.repaired}` and the header
                `CamelTwilioConversationsEventRepaired`, both true, and neither `Source` nor `RetryCount`.
                %s%s%s
                %d events.
                """.formatted(
                model.events().stream().map(event -> "| [%s](#%s) | %s | %s |\n".formatted(
                        event.name(), event.name().toLowerCase(), kind(event), event.facts().get("description"))).collect(joining()),
                TABLE, rows(model.parameters().stream().filter(Model.Parameter::always)),
                model.events().stream().map(event -> section(model, event)).collect(joining()), model.events().size());
    }

    private static String section(Model model, Model.Event event) {
        return """

                ## %s

                %s

                - Kind: %s.
                - Receive it: `twilio-conversations:events/%s`%s
                - The answer: %s
                - Event Streams: %s. A webhook of a single conversation: %s.
                %s%s%s""".formatted(
                event.name(), event.facts().get("description"), kind(event), event.name(),
                event.before() ? "; one route." : ", or `twilio-conversations:events/all?only=" + event.name() + "`.",
                answer(event), event.facts().containsKey("stream") ? "`com.twilio.conversations." + event.facts().get("stream") + "`" : "no",
                Boolean.TRUE.equals(event.facts().get("scoped")) ? "yes" : "no", TABLE,
                rows(event.list("parameters").stream().map(name -> parameter(model, name))), verdict(event));
    }

    private static String kind(Model.Event event) {
        return event.before() ? "pre-action" : "post-action";
    }

    private static String answer(Model.Event event) {
        if (!event.before()) {
            return "Twilio reads none.";
        }
        List<String> changes = event.list("changes");
        String change = changes.isEmpty() ? "nothing can be changed." : "a body that is a `Map` or JSON object changes "
                + changes.stream().map(field -> "`" + field + "`").collect(joining(", ")) + ", and nothing else.";
        return "the header `CamelTwilioConversationsReplyStatus` with 400 to 599 refuses; " + change;
    }

    private static String verdict(Model.Event event) {
        return event.name().equals("onDeliveryUpdated") ? """

                What the code means is told by `${body.verdict}`, by the header `CamelTwilioConversationsEventFinal` (whether it is settled) and
                by `CamelTwilioConversationsEventRetry` (whether sending again can help); the codes stand in [errors.md](errors.md).
                """ : "";
    }

    private static Model.Parameter parameter(Model model, String name) {
        return model.parameters().stream().filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The model does not say what the parameter " + name + " means"));
    }

    private static String rows(Stream<Model.Parameter> parameters) {
        return parameters.map(parameter -> "| `%s` | `%s` | %s | %s |\n".formatted(parameter.name(),
                parameter.text("reads") == null ? "${body.parameter('" + parameter.name() + "')}" : "${body." + parameter.text("reads") + "}",
                parameter.text("header") == null ? "" : "`CamelTwilioConversations" + parameter.text("header") + "`",
                parameter.description())).collect(joining());
    }
}
