// SPDX-License-Identifier: Apache-2.0
package dev.conversations.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Some people who write all the time, each resting after an answer as long as it took: half of what the machine could do. */
final class People implements AutoCloseable {
    static final String FIRST = "+15553000000";
    private static final int MANY = 4;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(MANY);
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final AtomicLong answered = new AtomicLong();
    private final URI messages;
    private volatile boolean over;

    /** @param port of Twilio */
    People(int port) {
        messages = URI.create("http://localhost:" + port + "/sandbox/messages");
    }

    void begin() {
        for (int person = 0; person < MANY; person++) {
            String number = "+1555300000" + (person + 1);
            people.execute(() -> write(number));
        }
    }

    /** The first of all writes one message. */
    void write() throws IOException, InterruptedException {
        send(FIRST);
    }

    /** How many messages of theirs were answered. */
    long answered() {
        return answered.get();
    }

    /** Tells one that there is an answer. */
    void answer(String number) {
        Long begin = waiting.remove(number);
        if (begin != null) {
            answered.incrementAndGet();
            long took = System.nanoTime() - begin;
            if (!over) {
                people.schedule(() -> write(number), took, TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Has them write no more, and tells what went wrong. */
    List<String> end() {
        over = true;
        return failures;
    }

    /** Those who wrote and wait. */
    Set<String> waiting() {
        return waiting.keySet();
    }

    private void write(String number) {
        waiting.put(number, System.nanoTime());
        try {
            send(number);
        } catch (IOException | InterruptedException e) {
            failures.add(e.toString());
        }
    }

    private void send(String number) throws IOException, InterruptedException {
        String form = "From=" + URLEncoder.encode(number, UTF_8) + "&To=" + URLEncoder.encode(SoakTwilio.SHOP, UTF_8) + "&Body=Hello";
        int status = http.send(HttpRequest.newBuilder(messages).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IOException("answered with " + status);
        }
    }

    @Override
    public void close() {
        over = true;
        people.shutdownNow();
    }
}
