// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** JSON that chance makes, and halves of it, in place of events. */
class EventStreamFuzzTest {
    private static final String SECRET = "zq7";

    @Property
    void anythingIsEventsOrRefusedWithoutAWordOfIt(@ForAll("texts") String json) {
        readOrRefused(EventStream::parse, json);
    }

    @Example
    void aParserThatTrustsWhatItReadsIsFound() {
        assertThatThrownBy(() -> texts().sampleStream().limit(1000).forEach(json -> readOrRefused(text ->
                List.of(new Delivery(new WebhookEvent(Map.of("EventType", List.of("x"))), new String(text, UTF_8).substring(2, 9))), json)))
                .isInstanceOf(StringIndexOutOfBoundsException.class);
    }

    private static void readOrRefused(Function<byte[], List<Delivery>> parser, String json) {
        try {
            parser.apply(json.getBytes(UTF_8)).forEach(delivery -> {
                assertThat(delivery.event().eventType()).isNotNull();
                assertThat(delivery.event().toString()).doesNotContain(SECRET);
            });
        } catch (IllegalArgumentException refused) {
            assertThat(refused).message().isNotBlank().doesNotContain(SECRET);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> whole = Combinators.combine(types(), values(3)).as((type, value) ->
                "{\"id\":\"EZ1\",\"type\":" + type + ",\"data\":" + value + "}");
        Arbitrary<String> halves = Combinators.combine(whole, Arbitraries.integers().between(0, 60))
                .as((json, cut) -> json.substring(0, Math.min(cut, json.length())));
        return Arbitraries.oneOf(whole, halves, whole.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                values(2), Arbitraries.strings().ofMaxLength(20));
    }

    private static Arbitrary<String> types() {
        return Arbitraries.oneOf(Arbitraries.of(EventType.values()).map(type -> "\"" + type.stream() + "\""),
                Arbitraries.of("\"x\"", "1", "null", "\"" + SECRET + "\""));
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> plain = Arbitraries.of("1", "-1e999", "12345678901234567890", "true", "null", "\"\"", "\"" + SECRET + "\"", "\"\\uD800\"", "\"[]\"");
        if (depth == 0) {
            return plain;
        }
        Arbitrary<String> names = Arbitraries.of("MessageSid", "conversationSid", "Media", "Attributes", "Body", "MessageBody", "Author", "index", "", "a.b");
        Arbitrary<String> members = Combinators.combine(names, values(depth - 1)).as((name, value) -> "\"" + name + "\":" + value);
        return Arbitraries.oneOf(plain, values(depth - 1).list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                members.list().ofMaxSize(5).map(list -> "{" + String.join(",", list) + "}"));
    }
}
