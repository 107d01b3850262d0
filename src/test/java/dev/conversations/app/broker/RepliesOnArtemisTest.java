// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Services;
import dev.conversations.app.start.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepliesOnArtemisTest extends QueuedReplies {
    @Override
    AutoCloseable broker(Path directory, Port port) throws Exception {
        Settings settings = RunningBridge.settings(Map.of("BROKER_DATA", directory.toString()));
        Services services = new Services();
        BrokerData data = services.started(BrokerData.claim(settings));
        services.started(EmbeddedBroker.start(port, "conversations.dead-letters", Optional.of(data)));
        return services;
    }

    @Override
    Map<String, String> settings(int port) {
        return Map.of("BROKER_URL", "tcp://localhost:" + port);
    }

    @Test
    void whatWasAtWorkWhenTheBrokerFellComesAgainInItsOrderAndIsSentOnce() throws Exception {
        isSentOnceAndInOrderAfter(this::restartBroker);
    }
}
