// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.model.Media;
import dev.conversations.webhook.WebhookEvent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.TypeConverterLoader;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;
import org.apache.camel.support.SimpleTypeConverter.ConversionMethod;

/** Converts what Twilio returns and sends to maps and JSON and back, without loss. Errors repeat nothing of it. */
public final class RecordConverters implements TypeConverterLoader {

    @Override
    public void load(TypeConverterRegistry registry) {
        Stream<Class<?>> returned = Operations.all().values().stream().map(operation -> operation.resource().record());
        Stream.concat(returned, Stream.of(Media.class, WebhookEvent.class)).distinct()
                .forEach(type -> load(registry, type));
    }

    private static void load(TypeConverterRegistry registry, Class<?> record) {
        add(registry, Map.class, record, (type, exchange, value) -> Json.toMap(value));
        add(registry, String.class, record, (type, exchange, value) -> Json.text(value));
        add(registry, byte[].class, record, (type, exchange, value) -> Json.write(value));
        add(registry, InputStream.class, record,
                (type, exchange, value) -> new ByteArrayInputStream(Json.write(value)));
        add(registry, record, Map.class, (type, exchange, value) -> Json.fromMap((Map<?, ?>) value, type));
        add(registry, record, String.class,
                (type, exchange, value) -> Json.read(((String) value).getBytes(StandardCharsets.UTF_8), type));
        add(registry, record, byte[].class, (type, exchange, value) -> Json.read((byte[]) value, type));
        add(registry, record, InputStream.class,
                (type, exchange, value) -> Json.read(((InputStream) value).readAllBytes(), type));
    }

    private static void add(TypeConverterRegistry registry, Class<?> to, Class<?> from, ConversionMethod method) {
        registry.addTypeConverter(to, from, new SimpleTypeConverter(false, (type, exchange, value) -> {
            try {
                return method.doConvert(type, exchange, value);
            } catch (Exception e) {
                throw new TypeConversionException(null, type, e);
            }
        }));
    }
}
