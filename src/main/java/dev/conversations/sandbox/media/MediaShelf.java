// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.media;

import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.call.Upload;
import dev.conversations.sandbox.world.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of messages. One that no message took is gone after five minutes, one of a message with the message. Not
 * for several threads at once.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/media-support-conversations">Twilio, media support</a>
 */
public final class MediaShelf {

    /** The most bytes that are kept in all. */
    static final long CAPACITY = 128L * 1024 * 1024;

    private static final String UNKNOWN = "application/octet-stream";
    private static final Duration UNATTACHED = Duration.ofMinutes(5);

    /**
     * A file.
     *
     * @param message the SID of the message that took it; null while none did
     */
    public record File(String sid, String service, String type, String name, byte[] content, Instant made,
            String conversation, String message) {

        /** The file as a message shows it. */
        public Map<String, Object> summary() {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("sid", sid);
            summary.put("content_type", type);
            summary.put("filename", name);
            summary.put("size", (long) content.length);
            return summary;
        }

        File taken(String byConversation, String byMessage) {
            return new File(sid, service, type, name, content, made, byConversation, byMessage);
        }
    }

    private final Map<String, File> loose = new LinkedHashMap<>();
    private final Map<String, File> taken = new HashMap<>();
    private final Store store;
    private final Sids sids;
    private final Clock clock;
    private long size;

    public MediaShelf(Store store, Sids sids, Clock clock) {
        this.store = store;
        this.sids = sids;
        this.clock = clock;
    }

    /** @throws Refusal when the shelf is full */
    public File put(String service, Upload upload) {
        clear();
        if (size + upload.content().length > CAPACITY) {
            taken.values().removeIf(file -> store.get(file.message()) == null && discard(file));
        }
        if (size + upload.content().length > CAPACITY) {
            throw new Refusal(503, 20503, "The sandbox is full: it keeps at most " + CAPACITY + " bytes of media.");
        }
        File file = new File(sids.next("ME"), service, upload.type() == null ? UNKNOWN : upload.type(), upload.name(),
                upload.content(), clock.instant(), null, null);
        loose.put(file.sid(), file);
        size += upload.content().length;
        return file;
    }

    /** The file of that SID in a service; null when there is none, or no more. */
    File find(String service, String sid) {
        clear();
        File file = loose.getOrDefault(sid, taken.get(sid));
        boolean there = file != null && (file.message() == null || store.get(file.message()) != null);
        return there && file.service().equals(service) ? file : null;
    }

    /** The file of that SID, for a message that wants to take it. */
    public File free(String service, String sid) {
        File file = find(service, sid);
        if (file == null) {
            throw Refusal.of(50507);
        }
        if (file.message() != null) {
            throw Refusal.of(50508);
        }
        return file;
    }

    /** Gives a file to a message. */
    public void take(String sid, String conversation, String message) {
        File file = loose.remove(sid);
        if (file != null) {
            taken.put(sid, file.taken(conversation, message));
        }
    }

    /** Drops those that no message took in time; the oldest come first. */
    private void clear() {
        Instant oldest = clock.instant().minus(UNATTACHED);
        while (!loose.isEmpty() && loose.values().iterator().next().made().isBefore(oldest)) {
            discard(loose.remove(loose.keySet().iterator().next()));
        }
    }

    private boolean discard(File file) {
        size -= file.content().length;
        return true;
    }
}
