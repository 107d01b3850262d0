// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import dev.conversations.camel.repair.Balancer;
import dev.conversations.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.tools.Server;

/** An example as several processes behind one address, with a database that they share. */
public final class Nodes implements AutoCloseable {
    /** The variable that names a node, and says that it is one alone. */
    static final String NAME = "NODE_NAME";

    private final Example example;
    private final Server database;
    private final Balancer balancer;
    private final Redirect output;
    private final List<Process> processes = new ArrayList<>();

    private Nodes(Example example, Server database, Balancer balancer, Redirect output) {
        this.example = example;
        this.database = database;
        this.balancer = balancer;
        this.output = output;
    }

    /**
     * Starts one for each port.
     *
     * @param port of the address that they are behind; 0 for any free one
     * @param environment what else each is told
     */
    public static Nodes start(Example example, Sandbox sandbox, int port, List<Integer> ports, Map<String, String> environment, Redirect output) {
        try {
            Nodes nodes = new Nodes(example, Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start(),
                    new Balancer(port, ports), output);
            for (int i = 0; i < ports.size(); i++) {
                nodes.add("node " + (i + 1), ports.get(i), sandbox, environment);
            }
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String databaseUrl() {
        return "jdbc:h2:tcp://localhost:" + database.getPort() + "/mem:nodes;DB_CLOSE_DELAY=-1";
    }

    String url() {
        return "http://localhost:" + balancer.port();
    }

    public List<Process> processes() {
        return processes;
    }

    private void add(String name, int port, Sandbox sandbox, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", classPath(), RunExample.class.getName(), example.name())
                .redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(Map.of(NAME, name, "HTTP_PORT", String.valueOf(port), "PUBLIC_URL", url(),
                "DATABASE_URL", databaseUrl(), "TWILIO_ACCOUNT_SID", sandbox.accountSid(), "TWILIO_AUTH_TOKEN", sandbox.authToken(),
                "TWILIO_BASE_URI", sandbox.baseUri().toString()));
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    /** That of this class, also where Maven runs it without a process of its own. */
    private static String classPath() {
        return Nodes.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        balancer.close();
        database.stop();
    }
}
