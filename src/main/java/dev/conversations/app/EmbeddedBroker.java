package dev.conversations.app;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * A JMS broker in this process: reachable from this machine only, without passwords, in memory. What it holds is gone
 * when it closes.
 */
final class EmbeddedBroker implements AutoCloseable {
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url;

    private EmbeddedBroker(Port port) {
        this.url = "tcp://localhost:" + port.number();
    }

    /**
     * Starts it.
     *
     * @param deadLetters the queue for what it tried ten times to deliver
     */
    static EmbeddedBroker start(Port port, String deadLetters) throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker(port);
        broker.server.setConfiguration(configuration(port.number(), SimpleString.of(deadLetters)));
        broker.server.start();
        return broker;
    }

    /** Where Artemis' JMS client connects to. */
    String url() {
        return url;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static Configuration configuration(int port, SimpleString deadLetters) throws Exception {
        AddressSettings addresses = new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
                .setDeadLetterAddress(deadLetters)
                .setExpiryAddress(deadLetters);
        return new ConfigurationImpl()
                .setName("bridge")
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAddressSetting("#", addresses)
                .addAcceptorConfiguration("local", "tcp://127.0.0.1:" + port);
    }
}
