// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import dev.conversations.generator.model.Model;

import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes catalog/operations.md, the index a person reads. */
final class OperationsPage {

    private OperationsPage() {}

    static String write(Model model) {
        StringBuilder page = new StringBuilder("""
                # Operations

                Every operation of the Twilio Conversations API as an endpoint `twilio-conversations:<resource>/<method>`. The path stands below
                `/v1`, and below `/v1/Services/{chatServiceSid}` when the option `chatServiceSid` is set. **Bold** options are required; the body
                of the message stands for the option in the last column. Lists also take `limit`
                and `streaming`; without them all items are held in memory. Creates marked with ¹ also take `idempotencyKey` and
                `idempotencyWindow`; nothing that the others make could be told from what is there.
                """);
        model.resources().forEach(resource -> page.append(section(resource)));
        page.append("\n# Media\n\nThe media service keeps the files of messages. Its path stands below `/v1/Services/{chatServiceSid}`. A download is\na temporary file as body, with its type and name as headers.\n")
                .append(section(model.media()));
        page.append("\n## Options\n\n| option | at Twilio | type | meaning |\n|---|---|---|---|\n");
        model.callable().stream().flatMap(r -> r.operations().stream()).flatMap(row -> row.options().stream())
                .collect(Collectors.toMap(Model.Option::name, o -> o, (a, b) -> a, TreeMap::new))
                .values().forEach(option -> page.append("| %s | `%s` | %s | %s |\n".formatted(
                        option.name(), option.wire(), option.type().replace('_', ' ').toLowerCase(Locale.ROOT),
                        option.description())));
        return page.append("\n%d operations of the API.\n".formatted(count(model))).toString();
    }

    private static int count(Model model) {
        return model.resources().stream()
                .mapToInt(resource -> resource.operations().size() * (resource.scope().equals("both") ? 2 : 1)).sum();
    }

    private static String section(Model.Resource resource) {
        StringBuilder section = new StringBuilder();
        section.append("\n## ").append(resource.name()).append("\n\n").append(resource.description()).append("; ")
                .append(switch (resource.scope()) {
                    case "both" -> "in the account's default service or in one named by `chatServiceSid`";
                    case "service" -> "in the service named by `chatServiceSid`";
                    default -> "in the account";
                }).append(". Returns `").append(resource.record()).append("`.\n\n");
        section.append("| endpoint | request | options | body |\n|---|---|---|---|\n");
        for (Model.Operation row : resource.operations()) {
            String options = row.options().stream()
                    .map(option -> option.required() ? "**" + option.name() + "**" : option.name())
                    .collect(Collectors.joining(", "));
            section.append("| `%s/%s`%s | %s %s | %s | %s |\n".formatted(
                    resource.name(), row.method(), row.once().isEmpty() ? "" : "¹", row.verb(), row.path(), options,
                    row.method().equals("upload") ? "the file" : row.inBody() == null ? "" : row.inBody()));
        }
        return section.toString();
    }
}
