// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/** How values of Java are written that JSON does not have: times as ISO 8601 texts, what is optional as itself or null. */
final class JsonValues extends SimpleModule {

    private static final long serialVersionUID = 1L;

    JsonValues() {
        addSerializer(Temporal.class, ToStringSerializer.instance);
        addSerializer(TemporalAmount.class, ToStringSerializer.instance);
        addSerializer(ZonedDateTime.class, new JsonSerializer<>() {
            @Override
            public void serialize(ZonedDateTime value, JsonGenerator json, SerializerProvider all) throws IOException {
                json.writeString(value.toOffsetDateTime().toString());
            }
        });
        addSerializer(Optional.class, new JsonSerializer<>() {
            @Override
            public void serialize(Optional value, JsonGenerator json, SerializerProvider all) throws IOException {
                all.defaultSerializeValue(value.orElse(null), json);
            }
        });
    }
}
