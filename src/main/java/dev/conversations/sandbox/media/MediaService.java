package dev.conversations.sandbox.media;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Incoming;
import dev.conversations.sandbox.front.Replies;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media service, which Twilio keeps at a host of its own: upload, description, and content at a temporary place.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/api/media-resource">Twilio, media resource</a>
 */
public final class MediaService {

    /** The most bytes of a file; Twilio takes 150 MB. */
    public static final int MAX_FILE = 16 * 1024 * 1024;

    public static final String PLACE = "/sandbox/media/";

    private static final Pattern PATH = Pattern.compile("/v1/Services/(\\w+)/Media(?:/(\\w+))?(/Content)?");
    private static final Duration LIFETIME = Duration.ofSeconds(300);

    private final Guard guard;
    private final Store store;
    private final MediaShelf shelf;
    private final String accountSid;
    private final Replies replies;
    private final Clock clock;

    public MediaService(Guard guard, Store store, MediaShelf shelf, String accountSid, Replies replies, Clock clock) {
        this.guard = guard;
        this.store = store;
        this.shelf = shelf;
        this.accountSid = accountSid;
        this.replies = replies;
        this.clock = clock;
    }

    /** Whether a path belongs to this service. */
    public static boolean takes(String path) {
        return PATH.matcher(path).matches();
    }

    public Answer answer(Incoming request) {
        Matcher path = PATH.matcher(request.path());
        path.matches();
        if (path.group(2) == null) {
            require(request, "POST");
            return new Answer(201, show(upload(path.group(1), request)));
        }
        require(request, "GET");
        MediaShelf.File file = find(path.group(1), path.group(2));
        if (file == null) {
            throw Refusal.of(20404, request.path());
        }
        return path.group(3) == null ? new Answer(200, show(file))
                : new Answer(307, null, Map.of("Location", place(file)));
    }

    /** The content of a file at the temporary place that a description named. */
    public Answer content(String path) {
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

    /** A file as a message shows it. */
    public static Map<String, Object> summary(MediaShelf.File file) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("sid", file.sid());
        summary.put("content_type", file.type());
        summary.put("filename", file.name());
        summary.put("size", (long) file.content().length);
        return summary;
    }

    private MediaShelf.File upload(String service, Incoming request) {
        if (!request.http().isMultipart()) {
            return put(service, request.header("Content-Type"), null, request.http().getBody());
        }
        Phone.Attachment file = request.file("Media");
        if (file == null) {
            throw Refusal.of(20001, "Missing part Media in the multipart body");
        }
        return put(service, file.contentType(), file.name(), file.content());
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
        return replies.absolute(PLACE + file.service() + "/" + file.sid() + "/" + end);
    }

    private MediaShelf.File put(String service, String type, String name, byte[] content) {
        return guard.locked(() -> {
            if (store.find("services", accountSid, service) == null) {
                throw Refusal.of(20404, "/v1/Services/" + service);
            }
            return shelf.put(service, type == null ? "application/octet-stream" : type, name, content);
        });
    }

    private MediaShelf.File find(String service, String sid) {
        return guard.locked(() -> shelf.find(service, sid));
    }

    private static void require(Incoming request, String verb) {
        if (!request.verb().equals(verb)) {
            throw Refusal.of(20004);
        }
    }
}
