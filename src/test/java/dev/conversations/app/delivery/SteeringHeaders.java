// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every header by which Camel's endpoints let themselves be steered, in the hands of a stranger who waits for visitors. */
final class SteeringHeaders implements AutoCloseable {
    /** The queue, topic, method, file or whatever that the headers name. */
    static final String STRANGER = "stranger";

    private static final List<String> SESSION = List.of("mail.smtp.host", "mail.smtp.port", "mail.smtp.proxy.host",
            "mail.smtp.proxy.port", "mail.smtp.socks.host", "mail.smtp.socks.port", "mail.smtp.ssl.enable",
            "mail.smtp.starttls.required", "mail.smtp.from", "mail.smtp.localhost", "Subject", "To", "Cc", "Bcc",
            "From", "Reply-To", "Authorization", "Host");
    private static final String NAME = "[A-Za-z][A-Za-z0-9._-]{1,80}";

    /** How names may be spelt. */
    enum Spelling {
        AS_IS(name -> name),
        LOWER(name -> name.toLowerCase(Locale.ROOT)),
        UPPER(name -> name.toUpperCase(Locale.ROOT)),
        MIXED(name -> IntStream.range(0, name.length())
                .mapToObj(i -> String.valueOf(i % 2 == 0
                        ? Character.toLowerCase(name.charAt(i)) : Character.toUpperCase(name.charAt(i))))
                .collect(Collectors.joining()));

        private final UnaryOperator<String> spelt;

        Spelling(UnaryOperator<String> spelt) {
            this.spelt = spelt;
        }
    }

    private final ServerSocket server;
    private volatile boolean visited;

    SteeringHeaders() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread waiting = new Thread(() -> {
            try {
                server.accept().close();
                visited = true;
            } catch (IOException e) {
                // nobody came
            }
        }, STRANGER);
        waiting.setDaemon(true);
        waiting.start();
    }

    /** Whether anybody connected to the stranger's server. */
    boolean isVisited() {
        return visited;
    }

    Map<String, String> spelt(Spelling spelling) {
        Map<String, String> headers = new LinkedHashMap<>();
        names().forEach(name -> headers.put(spelling.spelt.apply(name), value(name)));
        return headers;
    }

    /** The same as properties of JMS messages, from which Camel makes those names again. */
    Map<String, String> ofQueue(Spelling spelling) {
        Map<String, String> properties = new LinkedHashMap<>();
        spelt(spelling).forEach((name, value) -> {
            if (!name.startsWith("JMS") || name.startsWith("JMSXG")) {
                properties.put(name.replace(".", "_DOT_").replace("-", "_HYPHEN_"), value);
            }
        });
        return properties;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static Set<String> names() {
        Stream<String> constants = SteeringNames.ofCamel().filter(name -> name.matches(NAME));
        return Stream.concat(constants, SESSION.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private String value(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("host")) {
            return "127.0.0.1";
        }
        if (lower.endsWith("port")) {
            return String.valueOf(server.getLocalPort());
        }
        return lower.endsWith("uri") || lower.endsWith("url")
                ? "http://127.0.0.1:" + server.getLocalPort() + "/" : STRANGER;
    }
}
