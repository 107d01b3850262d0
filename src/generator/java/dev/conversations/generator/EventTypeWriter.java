// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import static dev.conversations.generator.model.Names.quote;
import static dev.conversations.generator.model.Names.quoteAll;

import dev.conversations.generator.model.Model;
import dev.conversations.generator.model.Names;
import java.util.stream.Collectors;

/** Writes the enumeration of webhook events. */
final class EventTypeWriter {

    private EventTypeWriter() {}

    static String write(Model model) {
        String constants = model.events().stream().map(EventTypeWriter::constant).collect(Collectors.joining(",\n"));
        return """
                package dev.conversations.webhook;

                import java.util.List;
                import java.util.Map;
                import java.util.Optional;
                import java.util.function.Function;
                import java.util.stream.Collectors;
                import java.util.stream.Stream;

                /** The events of which Twilio tells by webhook; others may come in time, so received ones are looked up by {@link #of}. */
                public enum EventType {
                %s;

                    private static final Map<String, EventType> BY_NAME =
                            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::event, Function.identity()));

                    private final String event;
                    private final boolean before;
                    private final String stream;
                    private final boolean scoped;
                    private final List<String> changes;
                    private final List<String> parameters;

                    EventType(
                            String event, boolean before, String stream, boolean scoped, List<String> changes, List<String> parameters) {
                        this.event = event;
                        this.before = before;
                        this.stream = stream;
                        this.scoped = scoped;
                        this.changes = changes;
                        this.parameters = parameters;
                    }

                    /** The type of that name, unless it is unknown here. */
                    public static Optional<EventType> of(String event) {
                        return Optional.ofNullable(event).map(BY_NAME::get);
                    }

                    /** Twilio's name, such as {@code onMessageAdded}. */
                    public String event() {
                        return event;
                    }

                    /** Whether Twilio asks before it acts and waits for the answer (a pre-action event). */
                    public boolean before() {
                        return before;
                    }

                    /** The type in Event Streams; null when it has none. */
                    public String stream() {
                        return stream;
                    }

                    /** Whether a webhook of a single conversation can receive it. */
                    public boolean scoped() {
                        return scoped;
                    }

                    /** The fields that the answer to a pre-action event may set. */
                    public List<String> changes() {
                        return changes;
                    }

                    /** The parameter that always names what it is about; null for what has no SID yet. */
                    public String sid() {
                        return sids().stream().findFirst().orElse(null);
                    }

                    /** The parameters that always name what it is about and where that is; none for what has no SID yet. */
                    public List<String> sids() {
                        return Stream.of("DeliveryReceiptSid", "MessageSid", "UserSid", "ParticipantSid", "ConversationSid")
                                .filter(parameters::contains)
                                .filter(sid -> !sid.equals("ParticipantSid") || event.startsWith("onParticipant")).toList();
                    }

                    /** The parameters known to come with it; others may come in time. */
                    public List<String> parameters() {
                        return parameters;
                    }
                }
                """.formatted(constants);
    }

    private static String constant(Model.Event event) {
        Object stream = event.facts().get("stream");
        return """
                    /** %s */
                    %s(%s, %s, %s, %s, List.of(%s), List.of(%s))""".formatted(
                event.facts().get("description"), Names.constant(event.name()), quote(event.name()), event.before(),
                quote(stream == null ? null : "com.twilio.conversations." + stream),
                Boolean.TRUE.equals(event.facts().get("scoped")), quoteAll(event.list("changes")),
                quoteAll(event.list("parameters"))).indent(4).stripTrailing();
    }
}
