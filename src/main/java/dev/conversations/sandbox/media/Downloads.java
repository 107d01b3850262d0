// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.media;

import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Door;
import dev.conversations.sandbox.front.Incoming;
import dev.conversations.sandbox.world.Guard;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The files of messages as the page may have them: pictures to look at, everything else to keep and not to open. */
public final class Downloads implements Door {

    /** What stands before a service, a slash and a file. */
    private static final String PLACE = "/sandbox/files/";

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Guard guard;
    private final MediaShelf shelf;

    public Downloads(Guard guard, MediaShelf shelf) {
        this.guard = guard;
        this.shelf = shelf;
    }

    /** What keeps the content of a file from acting as a page of the sandbox. */
    static Map<String, String> harmless() {
        return Map.of("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox",
                "X-Content-Type-Options", "nosniff");
    }

    /** A file as a message shows it, with its place and whether it is a picture. */
    public static Map<String, Object> show(String service, Map<?, ?> media) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("url", PLACE + service + "/" + media.get("sid"));
        shown.put("name", media.get("filename"));
        shown.put("type", media.get("content_type"));
        shown.put("size", media.get("size"));
        shown.put("picture", isPicture(String.valueOf(media.get("content_type"))));
        return shown;
    }

    @Override
    public boolean takes(String path) {
        return path.startsWith(PLACE);
    }

    @Override
    public Answer answer(Incoming request) {
        request.require("GET");
        String[] parts = request.path().substring(PLACE.length()).split("/");
        MediaShelf.File file = parts.length == 2 ? guard.locked(() -> shelf.find(parts[0], parts[1])) : null;
        if (file == null) {
            throw new Refusal(404, 20404, "The sandbox has no such file, or not any more.");
        }
        Map<String, String> headers = new LinkedHashMap<>(harmless());
        headers.put("Cache-Control", "no-store");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Content-Type", isPicture(file.type()) ? file.type() : "application/octet-stream");
        if (!isPicture(file.type())) {
            headers.put("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file));
        }
        return new Answer(200, file.content(), headers);
    }

    private static boolean isPicture(String type) {
        return PICTURES.contains(type);
    }

    private static String encoded(MediaShelf.File file) {
        return URLEncoder.encode(Objects.requireNonNullElse(file.name(), "file"), StandardCharsets.UTF_8)
                .replace("+", "%20").replace("*", "%2A");
    }
}
