// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.text.Json;
import dev.conversations.model.Conversation;
import dev.conversations.webhook.WebhookEvent;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The data type of JSON: what is made of which body. */
class JsonTransformerTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        context.setStreamCaching(false);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:json").transformDataType("twilio-conversations:application-json");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static Stream<Arguments> structures() {
        return Stream.of(
                Arguments.of(WebhookEvent.of(Map.of("FriendlyName", "Order 7")), "{\"FriendlyName\":\"Order 7\"}"),
                Arguments.of(item(Map.of("friendly_name", "Order 7")), "{\"friendly_name\":\"Order 7\"}"),
                Arguments.of(List.of(item(Map.of("sid", "CH1"))), "[{\"sid\":\"CH1\"}]"),
                Arguments.of(new LinkedHashMap<>(Map.of("total", new BigDecimal("12.30"))), "{\"total\":12.30}"));
    }

    private static Conversation item(Map<String, Object> fields) {
        return Json.fromMap(fields, Conversation.class);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void structuresBecomeJson(Object body, String json) {
        Exchange result = transformed(body);

        assertThat(result.getMessage().getBody(String.class)).isEqualTo(json);
        assertThat(result.getMessage().getBody()).isInstanceOf(byte[].class);
        assertThat(result.getMessage().getHeaders()).containsEntry(Exchange.CONTENT_TYPE, "application/json");
    }

    static Stream<Object> texts() {
        return Stream.of("{\"a\": 1}", "no JSON", "bytes".getBytes(UTF_8), new ByteArrayInputStream("stream".getBytes(UTF_8)), new File("pom.xml"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textBytesStreamsAndFilesStayAsTheyAre(Object body) {
        assertThat(transformed(body).getMessage().getBody()).isSameAs(body);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(transformed(null).getMessage().getBody()).isNull();
    }

    private Exchange transformed(Object body) {
        Exchange result = context.createProducerTemplate().request("direct:json", exchange -> exchange.getMessage().setBody(body));
        assertThat(result.getException()).isNull();
        return result;
    }
}
