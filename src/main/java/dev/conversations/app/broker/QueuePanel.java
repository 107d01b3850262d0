// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.api.text.Json;
import dev.conversations.sandbox.Panel;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The queues of the embedded broker on the sandbox's page: how much waits on each, and what. It takes nothing away. */
final class QueuePanel implements Panel {
    private static final int MOST = 50;
    /** What the bridge proves itself with; it is nobody's business. */
    private static final String SIGNATURE = "BridgeSignature";

    private final ConnectionFactory broker;
    private final Set<String> queues;
    private final ToLongFunction<String> waiting;

    /** @param waiting how many messages are on a queue */
    QueuePanel(ConnectionFactory broker, Set<String> queues, ToLongFunction<String> waiting) {
        this.broker = broker;
        this.queues = queues;
        this.waiting = waiting;
    }

    @Override
    public String title() {
        return "Queues";
    }

    @Override
    public List<Row> rows() {
        return queues.stream().sorted().map(queue -> new Row(queue, null, queue, said(waiting.applyAsLong(queue)))).toList();
    }

    @Override
    public String content(String queue) {
        if (!queues.contains(queue)) {
            return null;
        }
        try {
            List<Map<String, Object>> messages =
                    QueuePage.of(broker, queue, 0, waiting.applyAsLong(queue)).messages();
            String shown = messages.stream().limit(MOST).map(QueuePanel::text).collect(Collectors.joining("\n\n"));
            return messages.isEmpty() ? "Nothing waits here."
                    : messages.size() <= MOST ? shown : shown + "\n\nand " + (messages.size() - MOST) + " more";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, Object> message) {
        Map<String, Object> shown = new LinkedHashMap<>(message);
        shown.remove(SIGNATURE);
        return Json.text(shown);
    }

    private static String said(long messages) {
        return messages == 0 ? "empty" : messages == 1 ? "1 message" : messages + " messages";
    }
}
