// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.text.Json;
import dev.conversations.app.delivery.Payload;
import dev.conversations.app.delivery.Undeliverable;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some of the messages on a queue, for people: a thousand, or fewer that are long.
 *
 * @param from how many lie before them
 * @param all how many are on the queue
 */
record QueuePage(List<Map<String, Object>> messages, int from, long all) {
    static final int MOST = 1_000;
    private static final int MOST_BYTES = 8 << 20;

    /** @param all how many are on the queue; some of them may be in somebody's hand, and are not shown */
    static QueuePage of(ConnectionFactory broker, String queue, int from, long all) throws IOException {
        try (JMSContext jms = broker.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            Enumeration<?> waiting = browser.getEnumeration();
            for (int i = 0; i < from && waiting.hasMoreElements(); i++) {
                waiting.nextElement();
            }
            List<Map<String, Object>> messages = new ArrayList<>();
            long bytes = 0;
            while (messages.size() < MOST && bytes < MOST_BYTES && waiting.hasMoreElements()) {
                Message message = (Message) waiting.nextElement();
                messages.add(show(message));
                bytes += length(message);
            }
            return new QueuePage(messages, from, all);
        } catch (JMSException e) {
            throw new IOException("The broker does not show its queue", e);
        }
    }

    /** How many there are and how many of them are here. */
    Map<String, String> headers() {
        return Map.of("Queue-Messages", String.valueOf(all), "Queue-Shown", String.valueOf(messages.size()));
    }

    /**
     * The messages, and if they are not all, a last line that says so.
     *
     * @param path where the next page is
     */
    List<Map<String, Object>> lines(String path) {
        if (messages.size() >= all) {
            return messages;
        }
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("messages", all);
        note.put("shown", messages.size());
        note.put("from", from);
        if (from + messages.size() < all && !messages.isEmpty()) {
            note.put("next", path + "?from=" + (from + messages.size()));
        }
        List<Map<String, Object>> lines = new ArrayList<>(messages);
        lines.add(note);
        return lines;
    }

    private static Map<String, Object> show(Message message) throws JMSException {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Object name : Collections.list(message.getPropertyNames())) {
            if (!name.toString().startsWith("JMS")) {
                shown.put(name.toString(), message.getObjectProperty(name.toString()));
            }
        }
        try {
            shown.put("body", body(Payload.of(message)));
        } catch (Undeliverable e) {
            shown.put("error", e.getMessage());
        }
        return shown;
    }

    private static long length(Message message) {
        try {
            return Payload.of(message).length;
        } catch (Undeliverable e) {
            return 0;
        }
    }

    private static Object body(byte[] body) {
        try {
            return Json.readObject(body);
        } catch (IOException e) {
            return new String(body, UTF_8);
        }
    }
}
