// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.model.Media;
import dev.conversations.model.Message;
import dev.conversations.webhook.WebhookEvent;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordConvertersTest {

    private static final CamelContext CONTEXT = new DefaultCamelContext();

    private final TypeConverter converter = CONTEXT.getTypeConverter();

    static Stream<Class<?>> records() {
        return Stream.concat(
                Operations.all().values().stream().map(row -> row.resource().record()).distinct(),
                Stream.of(Media.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordBecomesMapAndJsonAndComesBackWhole(Class<?> type) throws Exception {
        Map<String, Object> fields = Map.of("url", "https://example.com", "news", Map.of("deep", List.of(1, "two")));
        Object record = Json.fromMap(fields, type);
        for (Class<?> form : List.of(Map.class, String.class, byte[].class, InputStream.class)) {
            Object text = converter.mandatoryConvertTo(form, record);
            assertThat(form.isInstance(text)).isTrue();
            assertThat((Object) converter.mandatoryConvertTo(type, text)).isEqualTo(record);
        }
        assertThat(converter.mandatoryConvertTo(Map.class, record)).isEqualTo(fields);
    }

    @Test
    void anEventBecomesMapAndJsonAndComesBackWhole() throws Exception {
        WebhookEvent event = WebhookEvent.parse("EventType=onMessageAdded&Body=Hi&News=1&News=2");
        for (Class<?> form : List.of(Map.class, String.class, byte[].class, InputStream.class)) {
            Object text = converter.mandatoryConvertTo(form, event);
            assertThat(converter.mandatoryConvertTo(WebhookEvent.class, text)).isEqualTo(event);
        }
        assertThat(converter.mandatoryConvertTo(String.class, event)).contains("\"Body\":\"Hi\"");
    }

    @Test
    void whatIsNoJsonIsRefusedWithoutRepeatingIt() {
        for (Object text : List.of("hush", "hush".getBytes(UTF_8), Map.of("index", "hush"))) {
            assertThatThrownBy(() -> converter.mandatoryConvertTo(Message.class, text))
                    .hasMessageContaining("Message").message().doesNotContain("hush");
        }
    }
}
