// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import dev.conversations.api.Timing;
import dev.conversations.camel.listen.HttpRequest;
import dev.conversations.camel.listen.Refusal;
import dev.conversations.webhook.EventType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains to the operator what was refused and what is not known. Nothing that a stranger chose is told: fields are
 * counted, hosts and events are named where they look like ones. A flood of refusals becomes a line now and then.
 */
public final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();
    private static final int MAX_NAMES = 50;
    private static final Pattern EVENT = Pattern.compile("on[A-Z][A-Za-z]{1,40}");
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(?!.*\\d{7})([A-Za-z0-9.-]{1,80}|\\[[0-9a-fA-F:.]{2,45}])(:\\d{1,5})?");
    private static final Set<String> FIELDS = Stream.concat(
                    Stream.of("EventType", "AccountSid", "Source", "ClientIdentity", "RetryCount", "bodySHA256"),
                    Arrays.stream(EventType.values()).flatMap(type -> type.parameters().stream()))
            .collect(Collectors.toUnmodifiableSet());

    private final String path;
    private final Timing timing;
    private final AtomicLong nextForged;
    private final AtomicLong nextMalformed;
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private volatile String last;

    public RefusalLog(String path, Timing timing) {
        this.path = path;
        this.timing = timing;
        this.nextForged = new AtomicLong(timing.nanos());
        this.nextMalformed = new AtomicLong(timing.nanos());
    }

    /** The last refusal, explained; null before the first. */
    public String last() {
        return last;
    }

    public void refused(HttpRequest request, Map<String, List<String>> form, Collection<Door> doors, boolean letIn) {
        last = explain(request, form, doors, letIn);
        log(nextForged, last);
    }

    public void malformed(Refusal refusal) {
        log(nextMalformed, "Webhook at " + path + " answered with " + refusal.status() + ": " + refusal.getMessage());
    }

    public void unknown(String event) {
        String name = event != null && EVENT.matcher(event).matches() ? event : "without a proper name";
        if (unknown.size() < MAX_NAMES && unknown.add(name)) {
            LOG.warn("Webhook at {}: an event {} is not known here and ignored from now on", path, name);
        }
    }

    private void log(AtomicLong next, String text) {
        long now = timing.nanos();
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
                .flatMap(door -> door.bases(request).stream().map(url -> shown(door, url)))
                .distinct()
                .collect(Collectors.joining(", "));
        return "Webhook at " + path + (letIn ? " would be refused: " : " refused: ")
                + (signed ? "its signature is not valid" : "it has no signature")
                + doors.stream().map(door -> door.fault(request)).filter(Objects::nonNull).findFirst().map(fault -> "; " + fault)
                        .orElse("")
                + "; tried as " + (request.isGet() ? "GET " : "POST ") + urls
                + (request.query() == null ? "" : " with a query")
                + (form == null ? " with JSON" : " with " + fields(form.keySet()))
                + (signed ? "; is publicUrl what Twilio was told, and the token the account's?" : "");
    }

    private static String fields(Collection<String> names) {
        long known = names.stream().filter(FIELDS::contains).count();
        return names.size() + " parameters, " + known + " of them known";
    }

    /** A URL as it was configured; as it was received only where it looks like one. */
    private String shown(Door door, String url) {
        if (door.publicUrls().contains(url)) {
            return url.replaceFirst("//[^/]*@", "//");
        }
        String origin = url.endsWith(path) ? url.substring(0, url.length() - path.length()) : "";
        return ORIGIN.matcher(origin).matches() ? url : "an odd URL";
    }
}
