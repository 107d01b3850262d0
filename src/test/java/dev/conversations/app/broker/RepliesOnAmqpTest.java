// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.start.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class RepliesOnAmqpTest extends QueuedReplies {
    @Override
    AutoCloseable broker(Path directory, Port port) throws Exception {
        return AmqpBroker.start(directory, port, List.of(
                "conversations.messages", "conversations.replies", "conversations.replay", "conversations.dead-letters"));
    }

    @Override
    Map<String, String> settings(int port) {
        return Map.of("BROKER_URL", "amqp://localhost:" + port,
                "BROKER_USERNAME", AmqpBroker.USER, "BROKER_PASSWORD", AmqpBroker.PASSWORD);
    }
}
