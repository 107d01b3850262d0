// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.mask.Mask;
import dev.conversations.api.operation.Verb;
import dev.conversations.api.text.Json;
import dev.conversations.api.wire.FileContent;
import dev.conversations.api.wire.FileTooLong;
import dev.conversations.api.wire.IncomingReply;
import dev.conversations.api.wire.OutgoingRequest;
import dev.conversations.api.wire.Reply;
import dev.conversations.model.Media;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.entity.mime.FileBody;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.FileEntity;

/**
 * Calls the media service, which keeps the files of messages. Files are streamed; none is held in memory. Thread-safe. A call
 * is one attempt; {@link RetryPolicy} tells what to do next.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/media-support-conversations">Media support</a>
 */
public final class MediaClient {

    private static final Pattern MEDIA_HOST = Pattern.compile("media(\\.[a-z0-9-]+)*\\.twilio\\.com");
    private static final Pattern SERVICE = Pattern.compile("IS[0-9a-fA-F]{32}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+ *(;.*)?");
    private static final Pattern MEDIA = Pattern.compile("ME[0-9a-fA-F]{32}");

    private static final int UNAUTHORIZED = 401;

    /** How a temporary place answers whose time is over. */
    private static final Set<Integer> GONE = Set.of(403, 404, 410);

    /** How long a file may take on its way unless it is said. */
    private static final Duration USUAL_FILE_TIME = Duration.ofMinutes(2);

    private final HttpClient http;
    private final URI base;
    private final Credentials credentials;
    private final Duration longest;
    private final Duration longestFile;
    private final Timing timing;

    /**
     * @param http follows no redirects and keeps no cookies; it stays the caller's to close
     * @param base scheme, host and port of the media service; credentials go nowhere else
     */
    public MediaClient(HttpClient http, URI base, Credentials credentials) {
        this(http, base, credentials, TwilioClient.USUAL_TIME, USUAL_FILE_TIME, Timing.SYSTEM);
    }

    /**
     * @param http follows no redirects and keeps no cookies; it stays the caller's to close
     * @param base scheme, host and port of the media service; credentials go nowhere else
     * @param longest how long a request may take, with its reply
     * @param longestFile how long a file may take on its way
     * @param timing tells when that is over
     */
    public MediaClient(HttpClient http, URI base, Credentials credentials, Duration longest, Duration longestFile,
            Timing timing) {
        this.http = http;
        this.base = base;
        this.credentials = credentials;
        this.longest = longest;
        this.longestFile = longestFile;
        this.timing = timing;
    }

    /**
     * Uploads a file, once. It is removed again after a few minutes unless a message takes it, so repeating does no harm.
     *
     * @param content of the default file system; it may be read more than once
     * @param contentType such as {@code image/png}
     * @param name for people to see, not a path; may be null
     * @throws IllegalArgumentException when the content type is none, or the SID; nothing was sent
     * @throws TwilioException when the media service refused
     * @throws IOException when the file could not be read or no whole reply came; whether it arrived is unknown
     */
    public Media upload(String chatServiceSid, Path content, String contentType, String name) throws IOException {
        if (contentType == null || !MEDIA_TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("Option contentType must be a media type such as image/png");
        }
        ContentType type = ContentType.parseLenient(contentType);
        OutgoingRequest request = new OutgoingRequest(Verb.POST,
                base.resolve("/v1/Services/" + checked("chatServiceSid", SERVICE, chatServiceSid) + "/Media"));
        request.setEntity(name == null
                ? new FileEntity(content.toFile(), type)
                : MultipartEntityBuilder.create().setMode(HttpMultipartMode.LEGACY).setCharset(UTF_8)
                        .addPart("Media", new FileBody(content.toFile(), type, name)).build());
        return read("media/upload", send("media/upload", request, longestFile), () -> Mask.of(name));
    }

    /**
     * Describes a file.
     *
     * @throws TwilioException when the media service refused
     * @throws IOException when no whole reply came
     */
    public Media fetch(String chatServiceSid, String sid) throws IOException {
        return describe("media/fetch", chatServiceSid, sid);
    }

    /**
     * Opens a file for reading. Credentials go to the media service alone, which names a temporary place for the content;
     * where that is gone already, another one is asked for, once.
     *
     * @param longest the most bytes to read; a longer file is refused
     * @return to be closed by the caller; reading fails when the content ends before the size that the media service named
     * @throws TwilioException when the media service refused, or named a place that is not its own
     * @throws IOException when the content cannot be reached, or is cut off while it is read
     */
    public MediaFile download(String chatServiceSid, String sid, long longest) throws IOException {
        Media media = describe("media/download", chatServiceSid, sid);
        IncomingReply reply = open(media);
        if (GONE.contains(reply.status())) {
            reply.close();
            media = describe("media/download", chatServiceSid, sid);
            reply = open(media);
        }
        long size = media.size() == null ? Math.max(reply.length(), 0) : media.size();
        if (reply.status() == 200 && Math.max(size, reply.length()) <= longest) {
            return new MediaFile(new FileContent(reply, longest, size), reply.length(), media.contentType(), media.filename());
        }
        reply.close();
        if (reply.status() != 200) {
            throw refusal(reply.status(), "the content is not at its temporary place");
        }
        throw new FileTooLong(longest);
    }

    private IncomingReply open(Media media) throws NoReply {
        URI place = place(media);
        try {
            return IncomingReply.to(new OutgoingRequest(Verb.GET, place), http, longestFile, timing::alarm);
        } catch (IOException e) {
            throw new NoReply("media/download", place.getAuthority(), e);
        }
    }

    private Media describe(String operation, String chatServiceSid, String sid) throws IOException {
        return read(operation, send(operation, new OutgoingRequest(Verb.GET, base.resolve("/v1/Services/%s/Media/%s".formatted(
                checked("chatServiceSid", SERVICE, chatServiceSid), checked("sid", MEDIA, sid)))), longest), Mask::of);
    }

    private URI place(Media media) {
        Object link = media.links() == null ? null : media.links().get("content_direct_temporary");
        try {
            URI place = base.resolve(String.valueOf(link));
            boolean ours = link != null && place.getHost() != null && place.getUserInfo() == null
                    && (isMediaHost(place) || place.getRawAuthority().equals(base.getRawAuthority())
                            && place.getScheme().equals(base.getScheme()));
            if (ours) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw refusal(200, "the content lies at no place of the media service");
    }

    private static boolean isMediaHost(URI place) {
        return "https".equals(place.getScheme()) && MEDIA_HOST.matcher(place.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private Reply send(String operation, OutgoingRequest request, Duration time) throws NoReply {
        try {
            String authorization = credentials.authorization();
            Reply reply = exchange(request, authorization, time);
            if (reply.status() == UNAUTHORIZED && credentials.refused(authorization)) {
                return exchange(request, credentials.authorization(), time);
            }
            return reply;
        } catch (IOException e) {
            throw new NoReply(operation, base.getAuthority(), e);
        }
    }

    private Reply exchange(OutgoingRequest request, String authorization, Duration time) throws IOException {
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        try (IncomingReply reply = IncomingReply.to(request, http, time, timing::alarm)) {
            return reply.whole(TwilioClient.MAX_REPLY_BYTES);
        }
    }

    private Media read(String operation, Reply reply, Supplier<Mask> mask) {
        Refusals refusals = new Refusals(operation, mask);
        if (!reply.isSuccess()) {
            TwilioException refusal = refusals.refusal(reply);
            throw reply.status() == UNAUTHORIZED ? refusal.with(credentials.advice()) : refusal;
        }
        try {
            return Json.read(reply.body(), Media.class);
        } catch (IOException e) {
            throw refusals.useless(reply, e.getMessage());
        }
    }

    private static String checked(String option, Pattern pattern, String value) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("Option %s must be a SID: %s and 32 hexadecimal digits".formatted(
                    option, pattern.pattern().substring(0, 2)));
        }
        return value;
    }

    private static TwilioException refusal(int status, String message) {
        return new TwilioException("media/download", status, 0, message, null, null, null);
    }
}
