package dev.conversations.camel;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains to the operator what was refused and what is not known. Names only: values, and what a stranger may put
 * into a log, stay out. A flood of refusals becomes a line now and then.
 */
final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();
    private static final int MAX_NAMES = 50;
    private static final int MAX_LENGTH = 300;

    private final String path;
    private final AtomicLong nextForged = new AtomicLong(System.nanoTime());
    private final AtomicLong nextMalformed = new AtomicLong(System.nanoTime());
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private volatile String last;

    RefusalLog(String path) {
        this.path = path;
    }

    /** The last refusal, explained; null before the first. */
    String last() {
        return last;
    }

    void refused(HttpRequest request, Map<String, List<String>> form, Collection<Door> doors, boolean letIn) {
        last = explain(request, form, doors, letIn);
        log(nextForged, last);
    }

    void malformed(Refusal refusal) {
        log(nextMalformed, "Webhook at " + path + " answered with " + refusal.status() + ": " + refusal.getMessage());
    }

    void unknown(String event) {
        if (unknown.size() < MAX_NAMES && unknown.add(safe(event))) {
            LOG.warn("Webhook at {}: event {} is not known here and ignored from now on", path, safe(event));
        }
    }

    private static void log(AtomicLong next, String text) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            LOG.warn("{} (others within the next 10 s are counted, and logged at DEBUG)", text);
        } else {
            LOG.debug("{}", text);
        }
    }

    private String explain(
            HttpRequest request, Map<String, List<String>> form, Collection<Door> doors, boolean letIn) {
        boolean signed = request.header().apply("X-Twilio-Signature") != null;
        String urls = doors.stream()
                .flatMap(door -> door.urls(request).stream())
                .distinct()
                .map(RefusalLog::withoutValues)
                .collect(Collectors.joining(", "));
        return "Webhook at " + path + (letIn ? " would be refused: " : " refused: ")
                + (signed ? "its signature is not valid" : "it has no signature")
                + "; tried as " + request.method() + " " + urls
                + (form == null ? " with JSON" : " with parameters " + names(form.keySet()))
                + (signed ? "; is publicUrl what Twilio was told, and the token the account's?" : "");
    }

    private static String withoutValues(String url) {
        int query = url.indexOf('?');
        String base = (query < 0 ? url : url.substring(0, query)).replaceFirst("//[^/]*@", "//");
        if (query < 0) {
            return safe(base);
        }
        List<String> names = List.of(url.substring(query + 1).split("&")).stream()
                .map(field -> field.split("=", 2)[0])
                .distinct()
                .toList();
        return safe(base) + "?" + names(names);
    }

    private static String names(Collection<String> names) {
        String text = names.stream().limit(MAX_NAMES).map(RefusalLog::safe).collect(Collectors.joining(" "));
        return "[" + text + (names.size() > MAX_NAMES ? " and more" : "") + "]";
    }

    private static String safe(String text) {
        String plain = text.replaceAll("[^\\x21-\\x7E]", "?");
        return plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) : plain;
    }
}
