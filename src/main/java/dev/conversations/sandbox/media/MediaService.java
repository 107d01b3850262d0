// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.media;

import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Upload;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Door;
import dev.conversations.sandbox.front.Incoming;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media service, which Twilio keeps at a host of its own: upload, description, and content at a temporary place.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/api/media-resource">Twilio, media resource</a>
 */
public final class MediaService implements Door {

    private static final String PLACE = "/sandbox/media/";
    private static final Pattern PATH = Pattern.compile("/v1/Services/(\\w+)/Media(?:/(\\w+))?(/Content)?");
    private static final Duration LIFETIME = Duration.ofSeconds(300);

    private final Guard guard;
    private final Store store;
    private final MediaShelf shelf;
    private final String accountSid;
    private final UnaryOperator<String> absolute;
    private final Clock clock;

    /** @param absolute makes a URL of a path on this server */
    public MediaService(Guard guard, Store store, MediaShelf shelf, String accountSid,
            UnaryOperator<String> absolute, Clock clock) {
        this.guard = guard;
        this.store = store;
        this.shelf = shelf;
        this.accountSid = accountSid;
        this.absolute = absolute;
        this.clock = clock;
    }

    @Override
    public boolean takes(String path) {
        return path.startsWith(PLACE) || takesFiles(path);
    }

    @Override
    public boolean takesFiles(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public Answer answer(Incoming request) {
        return request.path().startsWith(PLACE) ? content(request.path()) : resource(request);
    }

    private Answer resource(Incoming request) {
        Matcher path = PATH.matcher(request.path());
        path.matches();
        if (path.group(2) == null) {
            request.require("POST");
            return new Answer(201, show(upload(path.group(1), request)));
        }
        request.require("GET");
        MediaShelf.File file = find(path.group(1), path.group(2));
        if (file == null) {
            throw Refusal.of(20404, request.path());
        }
        return path.group(3) == null ? new Answer(200, show(file))
                : new Answer(307, null, Map.of("Location", place(file)));
    }

    /** The content of a file at the temporary place that a description named. */
    private Answer content(String path) {
        String[] parts = path.substring(PLACE.length()).split("/");
        MediaShelf.File file = parts.length == 3 ? find(parts[0], parts[1]) : null;
        if (file == null || !parts[2].matches("\\d{1,12}")
                || Instant.ofEpochSecond(Long.parseLong(parts[2])).isBefore(clock.instant())) {
            throw new Refusal(403, 20003, "The place of the content is not valid any more.");
        }
        Map<String, String> headers = new LinkedHashMap<>(Downloads.harmless());
        headers.put("Content-Type", file.type());
        return new Answer(200, file.content(), headers);
    }

    private MediaShelf.File upload(String service, Incoming request) {
        Upload file = request.http().isMultipart() ? request.file("Media")
                : new Upload(request.header("Content-Type"), null, request.http().getBody());
        if (file == null) {
            throw Refusal.of(20001, "Missing part Media in the multipart body");
        }
        return guard.locked(() -> {
            if (store.find("services", accountSid, service) == null) {
                throw Refusal.of(20404, "/v1/Services/" + service);
            }
            return shelf.put(service, file);
        });
    }

    private Map<String, Object> show(MediaShelf.File file) {
        String url = "/v1/Services/" + file.service() + "/Media/" + file.sid();
        String made = file.made().truncatedTo(ChronoUnit.MILLIS).toString();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sid", file.sid());
        shown.put("account_sid", accountSid);
        shown.put("service_sid", file.service());
        shown.put("date_created", made);
        shown.put("date_upload_updated", made);
        shown.put("date_updated", made);
        shown.put("links", Map.of("content", url + "/Content", "content_direct_temporary", place(file)));
        shown.put("size", file.content().length);
        shown.put("content_type", file.type());
        shown.put("filename", file.name());
        shown.put("author", null);
        shown.put("category", "media");
        shown.put("message_sid", file.message());
        shown.put("channel_sid", file.conversation());
        shown.put("url", url);
        shown.put("is_multipart_upstream", false);
        return shown;
    }

    private String place(MediaShelf.File file) {
        long end = clock.instant().plus(LIFETIME).getEpochSecond();
        return absolute.apply(PLACE + file.service() + "/" + file.sid() + "/" + end);
    }

    private MediaShelf.File find(String service, String sid) {
        return guard.locked(() -> shelf.find(service, sid));
    }
}
