// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.conversations.api.text.Json;
import dev.conversations.model.Message;
import dev.conversations.webhook.EventStream;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON that is small and means to be large: it is read or refused, at once, and names no class. */
@Timeout(60)
class JsonBombsTest {

    private static final List<String> BOMBS = List.of(
            "[".repeat(20_000), "[".repeat(10_000) + "]".repeat(10_000), "{\"a\":".repeat(20_000), "{\"a\":".repeat(900) + "1" + "}".repeat(900),
            "1e999999999", "-1e999999999", "1e-999999999", "1E+2147483647", "9".repeat(20_000), "0." + "9".repeat(20_000), "1e" + "9".repeat(5_000),
            "\"" + "\\u0000".repeat(10_000) + "\"", "\"\\ud800\"", "{\"" + "a".repeat(20_000) + "\":1}", "NaN", "Infinity", "// x\n1", "'a'",
            "[\"java.net.URL\",\"http://localhost:1/\"]", "{\"@class\":\"java.net.URL\",\"@type\":\"java.net.URL\"}",
            "[\"javax.script.ScriptEngineManager\",[]]");

    static Stream<Class<?>> records() throws Exception {
        Path model = Path.of("src/generated/java/dev/conversations/model");
        try (Stream<Path> files = Files.list(model)) {
            return files.map(file -> file.getFileName().toString().replace(".java", "")).sorted().<Class<?>>map(JsonBombsTest::type).toList().stream();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(Message.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void anyFieldOfAnyRecordMayHoldOne(Class<?> type) {
        if (!type.isRecord()) {
            return;
        }
        for (RecordComponent field : type.getRecordComponents()) {
            String name = field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
            for (String bomb : BOMBS) {
                harmless(() -> {
                    Object read = Json.read(("{\"" + name + "\":" + bomb + "}").getBytes(UTF_8), type);
                    Json.write(read);
                    Json.write(Json.toMap(read));
                    read.toString();
                });
            }
        }
    }

    @Test
    void soMayAReplyAnEventAndItsAttributes() {
        for (String bomb : BOMBS) {
            harmless(() -> Json.readObject(("{\"a\":" + bomb + "}").getBytes(UTF_8)));
            harmless(() -> Json.readObject(bomb.getBytes(UTF_8)));
            Json.parsed(bomb);
            harmless(() -> EventStream.parse(("[{\"id\":\"1\",\"type\":\"com.twilio.conversations.message.added\",\"data\":" + bomb + "}]")
                    .getBytes(UTF_8)));
            WebhookEvent event = new WebhookEvent(Map.of("EventType", List.of("onMessageAdded"), "Attributes", List.of(bomb), "Index", List.of(bomb),
                    "Media", List.of(bomb)));
            event.attributes();
            event.index();
            event.media();
        }
    }

    @Test
    void whatNamesAClassIsAMapOrAList() throws Exception {
        Map<String, Object> read = Json.readObject("{\"a\":[\"java.net.URL\",\"http://localhost:1/\"],\"@class\":\"java.net.URL\"}".getBytes(UTF_8));

        assertThat(read).isEqualTo(Map.of("a", List.of("java.net.URL", "http://localhost:1/"), "@class", "java.net.URL"));
    }

    private interface Reading {
        void read() throws Exception;
    }

    private static void harmless(Reading reading) {
        Throwable failure = catchThrowable(reading::read);
        if (failure != null) {
            assertThat(failure).isInstanceOfAny(IOException.class, IllegalArgumentException.class);
            assertThat(failure.getMessage()).hasSizeLessThan(500).doesNotContain("java.net.URL", "aaaa", "9999");
        }
    }
}
