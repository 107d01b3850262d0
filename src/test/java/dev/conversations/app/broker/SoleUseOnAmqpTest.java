// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.start.Port;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.List;

class SoleUseOnAmqpTest extends SoleUseContract {
    @Override
    AutoCloseable broker(Path directory, Port port) throws Exception {
        return AmqpBroker.start(directory, port, List.of());
    }

    @Override
    ConnectionFactory client(int port) {
        return BrokerConnections.to("amqp://localhost:" + port, AmqpBroker.USER, AmqpBroker.PASSWORD);
    }
}
