// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import dev.conversations.sandbox.call.JsonNames;
import dev.conversations.sandbox.call.Level;
import dev.conversations.sandbox.call.Shape;
import dev.conversations.sandbox.world.Item;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Shows items as Twilio's replies do. */
public final class Replies {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Supplier<URI> base;

    /** @param base scheme, host and port of the URLs in replies */
    public Replies(Supplier<URI> base) {
        this.base = base;
    }

    /** The reply that shows an item, with URLs of the level at which it was asked for. */
    Map<String, Object> show(Item item, Level level) {
        Shape shape = item.shape();
        Map<String, Object> reply = new LinkedHashMap<>();
        shape.fields().keySet().forEach(field -> reply.put(field, plain(item.get(field))));
        if (!level.named()) {
            reply.keySet().removeAll(shape.serviceOnly());
        }
        String url = url(item, level);
        if (shape.fields().containsKey("url")) {
            reply.put("url", url);
        }
        if (shape.fields().containsKey("links")) {
            Map<String, Object> links = new LinkedHashMap<>();
            shape.links().forEach((name, path) -> links.put(name, path.startsWith("/")
                    ? base.get() + level.prefix() + fill(path, item) : path.replace("{url}", url)));
            reply.put("links", links);
        }
        return reply;
    }

    /** An address of this server. */
    public String absolute(String pathAndQuery) {
        return base.get() + pathAndQuery;
    }

    private String url(Item item, Level level) {
        Shape.Place place = item.shape().place();
        String path = place.key() == null ? place.path() : place.path() + "/{" + place.key() + "}";
        return base.get() + level.prefix() + fill(path, item);
    }

    private static String fill(String template, Item item) {
        return PLACEHOLDER.matcher(template)
                .replaceAll(match -> String.valueOf(item.text(JsonNames.of(match.group(1)))));
    }

    private static Object plain(Object value) {
        if (value instanceof Instant date) {
            return date.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, inner) -> plain.put(name.toString(), plain(inner)));
            return plain;
        }
        return value instanceof List<?> list ? list.stream().map(Replies::plain).toList() : value;
    }
}
