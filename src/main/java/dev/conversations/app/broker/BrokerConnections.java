// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import jakarta.jms.ConnectionFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultDeserializationPolicy;

/**
 * Makes the connections to a broker in the language that its URL names: Artemis' own, or AMQP 1.0. Whatever the URL says,
 * no object that a stranger put into a message is made from its bytes.
 */
final class BrokerConnections {
    private static final Pattern ARTEMIS = Pattern.compile("\\(?(tcp|udp|jgroups)://.+");
    private static final Pattern AMQP = Pattern.compile("(failover:\\(?)?amqp(s|ws|wss)?://.+");
    private static final Pattern USER = Pattern.compile("[^?]*//[^/?]*@.*");
    private static final Pattern SCHEME = Pattern.compile("\\(?([a-zA-Z]+):.*");
    /** What both clients mean by all classes. */
    private static final String EVERYTHING = "*";
    private static final long PATIENCE_MILLIS = 30_000;

    private BrokerConnections() {}

    /**
     * A factory of connections; closeable if it has something to close.
     *
     * @param username empty for nobody
     * @throws StartFailure when the URL is no URL of a broker; tells nothing of it but its scheme
     */
    static ConnectionFactory to(String url, String username, String password) {
        if (ARTEMIS.matcher(url).matches()) {
            ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, username, password);
            factory.setDeserializationAllowList(null);
            factory.setDeserializationDenyList(EVERYTHING);
            factory.setCacheDestinations(true);
            return factory;
        }
        if (AMQP.matcher(url).matches()) {
            return amqp(url, username, password);
        }
        Matcher scheme = SCHEME.matcher(url);
        throw refused(scheme.matches() ? "begins with '" + scheme.group(1) + ":'" : "does not say how to connect");
    }

    /** By default Qpid's client waits for ever for a broker that does not answer; what the URL says counts. */
    private static ConnectionFactory amqp(String url, String username, String password) {
        if (USER.matcher(url).matches()) {
            throw refused("names a user, which is for " + Settings.both("bridge.broker.username"));
        }
        JmsConnectionFactory factory = new JmsConnectionFactory();
        factory.setSendTimeout(PATIENCE_MILLIS);
        factory.setRequestTimeout(PATIENCE_MILLIS);
        try {
            factory.setRemoteURI(url);
        } catch (IllegalArgumentException e) {
            throw refused("has an option that does not exist, or is no URL");
        }
        JmsDefaultDeserializationPolicy nothing = new JmsDefaultDeserializationPolicy();
        nothing.setDenyList(EVERYTHING);
        factory.setDeserializationPolicy(nothing);
        if (!username.isEmpty()) {
            factory.setUsername(username);
            factory.setPassword(password);
        }
        return factory;
    }

    private static StartFailure refused(String fault) {
        return new StartFailure(Settings.both("bridge.broker.url") + " " + fault
                + ": it can be tcp://host:61616 (Artemis), or amqp://host:5672, amqps://host:5671 or"
                + " failover:(amqp://one,amqp://two) (AMQP 1.0).");
    }
}
