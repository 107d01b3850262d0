// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.start.Port;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * A JMS broker in this process: reachable from this machine only, without passwords. What it holds is in a directory,
 * or in memory and gone when it closes.
 */
final class EmbeddedBroker implements AutoCloseable {
    private static final int DELIVERIES = 10;
    private static final long FIRST_DELAY_MILLIS = 1_000;
    private static final long LONGEST_DELAY_MILLIS = 60_000;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url;

    private EmbeddedBroker(Port port) {
        this.url = "tcp://localhost:" + port.number();
    }

    /**
     * Starts it.
     *
     * @param deadLetters the queue for what it tried ten times to deliver, with growing pauses
     * @param data where it keeps what it holds; in memory without
     */
    static EmbeddedBroker start(Port port, String deadLetters, Optional<BrokerData> data) throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker(port);
        broker.server.setConfiguration(configuration(port.number(), SimpleString.of(deadLetters), data));
        broker.server.start();
        return broker;
    }

    /** Where Artemis' JMS client connects to. */
    String url() {
        return url;
    }

    /** How many messages are on a queue, those included that somebody has in hand or that rest. */
    long count(String queue) {
        Queue found = server.getActiveMQServer().locateQueue(SimpleString.of(queue));
        return found == null ? 0 : found.getMessageCount();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static Configuration configuration(int port, SimpleString deadLetters, Optional<BrokerData> data)
            throws Exception {
        AddressSettings addresses = new AddressSettings()
                .setAddressFullMessagePolicy(
                        data.isPresent() ? AddressFullMessagePolicy.PAGE : AddressFullMessagePolicy.FAIL)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setMaxDeliveryAttempts(DELIVERIES)
                .setRedeliveryDelay(FIRST_DELAY_MILLIS)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(LONGEST_DELAY_MILLIS)
                .setDeadLetterAddress(deadLetters)
                .setExpiryAddress(deadLetters);
        Configuration configuration = new ConfigurationImpl()
                .setName("bridge")
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAddressSetting("#", addresses)
                .addQueueConfiguration(QueueConfiguration.of(deadLetters).setRoutingType(RoutingType.ANYCAST))
                .addAcceptorConfiguration("local", "tcp://127.0.0.1:" + port);
        data.ifPresent(directory -> directory.keep(configuration));
        return configuration;
    }
}
