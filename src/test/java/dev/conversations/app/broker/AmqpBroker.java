// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.api.text.Json;
import dev.conversations.app.start.Port;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/** A broker of somebody else in this process that speaks AMQP 1.0 and nothing else: Qpid Broker-J. */
final class AmqpBroker implements AutoCloseable {
    static final String USER = "bridge";
    static final String PASSWORD = "p&ss w=rd";

    private static final String HOST = "localhost";

    private final SystemLauncher server = new SystemLauncher();
    private final int port;

    private AmqpBroker(int port) {
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param directory where it may write
     * @param queues those that exist: a client cannot make any
     */
    static AmqpBroker start(Path directory, Port port, List<String> queues) throws Exception {
        Map<String, Object> host = Map.of(
                "type", "DERBY",
                "name", HOST,
                "storePath", directory.resolve("store").toString(),
                "queues", queues.stream().map(name -> Map.of("type", "standard", "name", name)).toList());
        Map<String, Object> configuration = Map.of(
                "name", "broker",
                "modelVersion", "9.0",
                "authenticationproviders", List.of(Map.of(
                        "name", "people",
                        "type", "Plain",
                        "secureOnlyMechanisms", List.of(),
                        "users", List.of(Map.of("name", USER, "type", "managed", "password", PASSWORD)))),
                "ports", List.of(Map.of(
                        "name", "amqp",
                        "type", "AMQP",
                        "port", port.number(),
                        "bindingAddress", "127.0.0.1",
                        "authenticationProvider", "people",
                        "protocols", List.of("AMQP_1_0"),
                        "virtualhostaliases", List.of(Map.of("name", "name", "type", "nameAlias")))),
                "virtualhostnodes", List.of(Map.of(
                        "name", HOST,
                        "type", "Memory",
                        "virtualHostInitialConfiguration", new String(Json.write(host)))));
        Path file = Files.write(directory.resolve("broker.json"), Json.write(configuration));
        AmqpBroker broker = new AmqpBroker(port.number());
        broker.server.startup(Map.of(
                "type", "Memory",
                "initialConfigurationLocation", file.toUri().toString(),
                "startupLoggedToSystemOut", false,
                "context", Map.of("qpid.work_dir", directory.toString())));
        return broker;
    }

    String url() {
        return "amqp://" + HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
