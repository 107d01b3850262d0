// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.api.Timing;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Services;
import dev.conversations.app.start.Settings;
import dev.conversations.camel.options.WebhookConfiguration;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The broker that the routes use: the one in the settings, or an embedded one with a window to its queues. */
public final class Broker implements AutoCloseable {
    private static final String URL = "bridge.broker.url";
    /** How many sessions are kept for the next: as many as a route takes events at once. */
    private static final int SESSIONS = new WebhookConfiguration().getMaxInFlight();

    private final Settings settings;
    private final Services services = new Services();
    private final Map<String, String> found = new TreeMap<>();
    private final boolean embedded;
    private Optional<BrokerData> data = Optional.empty();
    private ConnectionFactory plain;
    private ConnectionFactory connections;
    private ConnectionFactory aside;
    private String description;

    private Broker(Settings settings) {
        this.settings = settings;
        this.embedded = !settings.has(URL);
    }

    /**
     * Starts it if it has to be embedded.
     *
     * @param lasting whether something is kept beyond the end of the process
     * @throws StartFailure when a port is taken, or a setting is wrong
     */
    public static Broker start(Settings settings, boolean lasting) throws Exception {
        Broker broker = new Broker(settings);
        try {
            if (broker.embedded) {
                broker.embed(lasting);
            } else {
                String url = settings.get(URL);
                broker.found.put(URL, url);
                broker.description = url.replaceAll("\\?.*|(?<=//)[^/@,]*@", "");
                broker.connect(url);
                broker.data = lasting && broker.isDirectoryNeeded() ? Optional.of(broker.services.started(BrokerData.claim(settings)))
                        : Optional.empty();
            }
            return broker;
        } catch (Exception e) {
            broker.close();
            throw e;
        }
    }

    /** Whether it runs in this process. */
    public boolean isEmbedded() {
        return embedded;
    }

    /** Where an embedded one keeps what it holds, and the bridge what it has done; no other process uses it. */
    public Optional<Path> directory() {
        return data.map(BrokerData::directory);
    }

    /** Leads to it; what is taken from it is kept for the next. */
    public ConnectionFactory connectionFactory() {
        return connections;
    }

    /** Leads to it as well; what is sent by it is in no transaction of what is taken. */
    public ConnectionFactory aside() {
        return aside;
    }

    /**
     * Asks for the sole use of something, among all that have this broker.
     *
     * @param name tells it from other things; personal things do not belong there
     */
    public SoleUse soleUse(String name, Timing timing) {
        return services.started(new SoleUse(plain, name, timing));
    }

    /** Where it really is, by setting. */
    public Map<String, String> properties() {
        return found;
    }

    /** Where it is, for people, without what may be secret in its URL. */
    public String describe() {
        return description;
    }

    @Override
    public void close() {
        services.close();
    }

    /** Whether a bridge at another's broker has to remember what it has had, and no setting says where. */
    private boolean isDirectoryNeeded() {
        return settings.has("bridge.repair") && settings.isTrue("bridge.repair")
                && !(settings.has("bridge.event-keys") && settings.has("bridge.cursors"));
    }

    private void embed(boolean lasting) throws Exception {
        Port port = Port.claim(settings, "bridge.broker.port", "the JMS broker");
        Port window = Port.claim(settings, "bridge.broker.http-port", "the window to the queues");
        data = lasting ? Optional.of(services.started(BrokerData.claim(settings))) : Optional.empty();
        String deadLetters = settings.get("bridge.queue.dead-letters");
        EmbeddedBroker server = services.started(EmbeddedBroker.start(port, deadLetters, data));
        String url = server.url();
        found.put(URL, url);
        found.put("bridge.broker.http-port", String.valueOf(window.number()));
        description = url + ", embedded" + data.map(kept -> ", kept in " + kept.directory()).orElse("");
        connect(url);
        open(window, server);
    }

    private void connect(String url) {
        plain = BrokerConnections.to(
                url, settings.get("bridge.broker.username"), settings.get("bridge.broker.password"));
        if (plain instanceof AutoCloseable closeable) {
            services.started(closeable);
        }
        connections = cached();
        aside = cached();
    }

    private ConnectionFactory cached() {
        CachingConnectionFactory cached = new CachingConnectionFactory(plain);
        cached.setCacheConsumers(false);
        cached.setSessionCacheSize(SESSIONS);
        services.started(cached::destroy);
        return cached;
    }

    private void open(Port window, EmbeddedBroker server) {
        Set<String> queues = settings.properties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("bridge.queue.") && !name.equals("bridge.queue.crm"))
                .map(settings::get)
                .collect(Collectors.toSet());
        services.started(QueueWindow.open(window, plain, queues, server::count,
                new ReplayCommand(settings.get("bridge.queue.dead-letters"), settings.get("bridge.queue.replay"))));
    }
}
