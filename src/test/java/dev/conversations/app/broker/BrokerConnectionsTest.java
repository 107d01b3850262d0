// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.StartFailure;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerConnectionsTest {
    private static final String ALLOWED = ": it can be tcp://host:61616 (Artemis), or amqp://host:5672,"
            + " amqps://host:5671 or failover:(amqp://one,amqp://two) (AMQP 1.0).";

    @ParameterizedTest
    @ValueSource(strings = {
        "tcp://broker:61616", "tcp://broker:61616?sslEnabled=true", "(tcp://one:1,tcp://two:2)?ha=true"
    })
    void artemisIsSpokenToInItsOwnLanguage(String url) throws Exception {
        try (ActiveMQConnectionFactory factory = (ActiveMQConnectionFactory) BrokerConnections.to(url, "", "")) {
            assertThat(factory.getServerLocator().getStaticTransportConfigurations()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "amqp://broker", "amqps://broker:5671", "amqpwss://broker:443", "failover:(amqp://one,amqps://two)"
    })
    void everythingElseSpeaksAmqp(String url) {
        JmsConnectionFactory factory = (JmsConnectionFactory) BrokerConnections.to(url, "bridge", "secret");

        assertThat(factory.getRemoteURI()).isEqualTo(url);
        assertThat(factory.getUsername()).isEqualTo("bridge");
        assertThat(factory.getPassword()).isEqualTo("secret");
    }

    @Test
    void nobodyWaitsForEverUnlessTheUrlSaysSo() {
        JmsConnectionFactory usual = (JmsConnectionFactory) BrokerConnections.to("amqp://broker", "", "");
        assertThat(usual.getSendTimeout()).isEqualTo(30_000);
        assertThat(usual.getRequestTimeout()).isEqualTo(30_000);

        JmsConnectionFactory patient =
                (JmsConnectionFactory) BrokerConnections.to("amqp://broker?jms.sendTimeout=-1", "", "");
        assertThat(patient.getSendTimeout()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kafka://user:secret@broker:9092 | begins with 'kafka:'",
        "vm://0 | begins with 'vm:'",
        "failover:(tcp://secret:61616) | begins with 'failover:'",
        "amqp://user:secret@broker:5672 | names a user, which is for bridge.broker.username (BROKER_USERNAME)",
        "secret | does not say how to connect",
        "amqp://broker?jms.secret=1 | has an option that does not exist, or is no URL",
        "amqp://broker with a secret | has an option that does not exist, or is no URL"
    })
    void whatIsNoBrokerIsRefusedWithoutTellingItsUrl(String url, String fault) {
        assertThatThrownBy(() -> BrokerConnections.to(url, "", ""))
                .isInstanceOf(StartFailure.class)
                .hasNoCause()
                .hasMessage("bridge.broker.url (BROKER_URL) " + fault + ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "amqps://broker:5671?transport.keyStorePassword=secret, amqps://broker:5671",
        "tcp://secret:secret@broker:61616, tcp://broker:61616",
        "tcp://broker:61616?sslEnabled=true&trustStorePassword=secret, tcp://broker:61616"
    })
    void peopleAreToldWhereTheBrokerIsWithoutItsSecrets(String url, String told) throws Exception {
        try (Broker broker = Broker.start(RunningBridge.settings(Map.of("BROKER_URL", url)), false)) {
            assertThat(broker.describe()).isEqualTo(told);
        }
    }
}
