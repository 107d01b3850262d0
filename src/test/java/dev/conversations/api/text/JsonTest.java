// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.conversations.model.Conversation;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers stay what they are, on every way through JSON. */
class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567.89", "1E+400", "0.1", "1.10", "123456789012345678901234567890", "-1E-400", "7"})
    void aNumberComesOutAsItWentIn(String number) throws IOException {
        String json = "{\"n\":" + number + "}";
        assertThat(Json.text(Json.readObject(json.getBytes(UTF_8)))).isEqualTo(json);
        assertThat(Json.text(Json.read(json.getBytes(UTF_8), Conversation.class))).isEqualTo(json);
        assertThat(Json.text(Json.fromMap(Json.toMap(Json.read(json.getBytes(UTF_8), Conversation.class)), Conversation.class)))
                .isEqualTo(json);
        assertThat(Json.text(Json.plain(JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build().readTree(json)))).isEqualTo(json);
        assertThat(Json.text(new WebhookEvent(Map.of("Attributes", List.of(json))).attributes())).isEqualTo(json);
    }

    @Test
    void anExponentStaysTheSameNumber() throws IOException {
        assertThat(Json.readObject("{\"n\":1e400}".getBytes(UTF_8))).containsEntry("n", new BigDecimal("1e400"));
    }
}
