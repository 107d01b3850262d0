package dev.conversations.camel;

import dev.conversations.api.Json;
import dev.conversations.webhook.WebhookEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Converter;

/** Events are maps and JSON under Twilio's names, and become events again. */
@Converter(generateLoader = true)
public final class EventConverter {
    private EventConverter() {}

    @Converter
    public static Map<String, Object> toMap(WebhookEvent event) {
        return event.toMap();
    }

    @Converter
    public static String toText(WebhookEvent event) {
        return Json.text(event);
    }

    @Converter
    public static byte[] toBytes(WebhookEvent event) {
        return Json.write(event);
    }

    @Converter
    public static InputStream toStream(WebhookEvent event) {
        return new ByteArrayInputStream(Json.write(event));
    }

    @Converter
    public static WebhookEvent fromMap(Map<String, Object> map) {
        return WebhookEvent.of(map);
    }

    /** @throws IOException when it is no JSON object */
    @Converter
    public static WebhookEvent fromBytes(byte[] json) throws IOException {
        return Json.read(json, WebhookEvent.class);
    }

    /** @throws IOException when it is no JSON object */
    @Converter
    public static WebhookEvent fromText(String json) throws IOException {
        return fromBytes(json.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException when it is no JSON object */
    @Converter
    public static WebhookEvent fromStream(InputStream json) throws IOException {
        return fromBytes(json.readAllBytes());
    }
}
