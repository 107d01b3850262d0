package dev.conversations.app;

import jakarta.jms.ConnectionFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Makes the connections to a broker in the language that its URL names: Artemis' own, or AMQP 1.0. */
final class BrokerConnections {
    private static final String SETTING = "bridge.broker.url";
    private static final Pattern ARTEMIS = Pattern.compile("\\(?(tcp|udp|jgroups)://.+");
    private static final Pattern SCHEME = Pattern.compile("\\(?([a-z]+):.*");

    private BrokerConnections() {}

    /**
     * A factory of connections; closeable if it has something to close.
     *
     * @param username empty for nobody
     * @throws StartFailure when the URL is no URL of a broker; tells nothing of it but its scheme
     */
    static ConnectionFactory to(String url, String username, String password) {
        if (ARTEMIS.matcher(url).matches()) {
            return new ActiveMQConnectionFactory(url, username, password);
        }
        Matcher scheme = SCHEME.matcher(url);
        throw new StartFailure(Settings.both(SETTING)
                + (scheme.matches() ? " begins with '" + scheme.group(1) + ":'" : " is no URL")
                + ": it can be tcp://host:61616, for Artemis.");
    }
}
