// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.start.Port;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Optional;

class SoleUseOnArtemisTest extends SoleUseContract {
    @Override
    AutoCloseable broker(Path directory, Port port) throws Exception {
        return EmbeddedBroker.start(port, "dead", Optional.empty());
    }

    @Override
    ConnectionFactory client(int port) {
        return BrokerConnections.to("tcp://localhost:" + port, "", "");
    }
}
