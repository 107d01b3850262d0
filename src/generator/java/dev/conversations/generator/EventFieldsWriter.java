// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import static dev.conversations.generator.model.Names.quote;

import dev.conversations.generator.model.Model;
import dev.conversations.generator.model.Names;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what the parameters of webhook events are called in Java and in routes. */
final class EventFieldsWriter {

    /** What an event reads by itself, as more than text. */
    private static final Set<String> OWN =
            Set.of("Attributes", "Media", "Body", "Index", "ErrorCode", "DateCreated", "DateUpdated", "DateRemoved");

    private EventFieldsWriter() {}

    static String write(Model model) {
        String fields = model.events().stream().flatMap(event -> event.list("parameters").stream()).distinct().sorted()
                .filter(name -> !OWN.contains(name)).map(EventFieldsWriter::field).collect(Collectors.joining("\n"));
        return """
                package dev.conversations.webhook;

                /**
                 * The parameters of events under the names that options of operations have, so that routes can say {@code ${body.friendlyName}}; null
                 * where one was not sent.
                 */
                public interface EventFields {

                    /** The first value of the parameter of that name, spelled as Twilio does; null when it was not sent. */
                    String parameter(String name);

                %s}
                """.formatted(fields);
    }

    private static String field(String parameter) {
        return """
                    /** {@code %s}. */
                    default String %s() {
                        return parameter(%s);
                    }
                """.formatted(parameter, Names.camel(parameter), quote(parameter));
    }
}
