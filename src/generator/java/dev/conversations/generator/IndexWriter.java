package dev.conversations.generator;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes catalog/operations.md, the index a person reads. */
final class IndexWriter {

    private IndexWriter() {}

    static String write(Model model) {
        StringBuilder page = new StringBuilder("""
                # Operations

                Every operation of the Twilio Conversations API as an endpoint `twilio-conversations:<resource>/<method>`. The path stands below
                `/v1`, and below `/v1/Services/{chatServiceSid}` when the option `chatServiceSid` is set. **Bold** options are required; the body
                of the message stands for the option in the last column. Lists also take `limit`.
                """);
        int[] count = {0};
        for (Model.Resource resource : model.resources()) {
            page.append("\n## ").append(resource.name()).append("\n\n").append(resource.description()).append("; ")
                    .append(switch (resource.scope()) {
                        case "both" -> "in the account's default service or in one named by `chatServiceSid`";
                        case "service" -> "in the service named by `chatServiceSid`";
                        default -> "in the account";
                    }).append(". Returns `").append(resource.record()).append("`.\n\n");
            page.append("| endpoint | request | options | body |\n|---|---|---|---|\n");
            for (Model.Operation row : resource.operations()) {
                count[0] += resource.scope().equals("both") ? 2 : 1;
                String options = row.options().stream()
                        .map(option -> option.required() ? "**" + option.name() + "**" : option.name())
                        .collect(Collectors.joining(", "));
                page.append("| `%s/%s` | %s %s | %s | %s |\n".formatted(
                        resource.name(), row.method(), row.verb(), row.path(), options,
                        row.inBody() == null ? "" : row.inBody()));
            }
        }
        page.append("\n## Options\n\n| option | at Twilio | type | meaning |\n|---|---|---|---|\n");
        model.resources().stream().flatMap(r -> r.operations().stream()).flatMap(row -> row.options().stream())
                .collect(Collectors.toMap(Model.Option::name, o -> o, (a, b) -> a, java.util.TreeMap::new))
                .values().forEach(option -> page.append("| %s | `%s` | %s | %s |\n".formatted(
                        option.name(), option.wire(), option.type().replace('_', ' ').toLowerCase(Locale.ROOT),
                        option.description())));
        return page.append("\n%d operations.\n".formatted(count[0])).toString();
    }
}
