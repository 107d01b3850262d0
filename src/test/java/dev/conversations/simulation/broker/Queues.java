// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import dev.conversations.simulation.way.Fate;
import dev.conversations.simulation.way.Host;
import jakarta.jms.Message;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.support.DefaultComponent;

/** The component by which the routes of a node reach the broker, in place of the one that speaks JMS. */
public final class Queues extends DefaultComponent {
    final Broker broker;
    final Fate fate;
    final Host host;
    final Habits habits;

    /**
     * How messages are dealt with.
     *
     * @param laneOf the lane of what is worked on in lanes
     * @param acknowledgesFirst whether a message is acknowledged before the work
     * @param aside whether what is sent aside is sent outside of the transaction
     * @param failures hears what an exchange ended with; null when all went well
     */
    public record Habits(Function<Message, String> laneOf, boolean acknowledgesFirst, boolean aside, Consumer<Throwable> failures) {}

    public Queues(Broker broker, Fate fate, Host host, Habits habits) {
        this.broker = broker;
        this.fate = fate;
        this.host = host;
        this.habits = habits;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        String name = remaining.substring(remaining.indexOf(':') + 1);
        JmsConfiguration options = new JmsConfiguration();
        options.setConcurrentConsumers(Integer.parseInt(parameters.getOrDefault("concurrentConsumers", "1").toString()));
        options.setTransacted(Boolean.parseBoolean(parameters.getOrDefault("transacted", "false").toString()));
        boolean aside = "#aside".equals(parameters.get("connectionFactory")) && habits.aside();
        boolean lanes = "Custom".equals(parameters.get("consumerType"));
        parameters.clear();
        return new QueueEndpoint(uri, this, name, options, aside, lanes);
    }
}
