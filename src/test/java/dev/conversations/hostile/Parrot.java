// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A server that refuses, and repeats all that it was told as it does. */
final class Parrot implements AutoCloseable {

    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final int port;
    private final AutoCloseable end;

    private Parrot(String greeting, UnaryOperator<String> answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        end = server;
        Thread listening = new Thread(() -> listen(server, greeting, answer), "parrot");
        listening.setDaemon(true);
        listening.start();
    }

    private Parrot() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::refuse);
        server.start();
        port = server.getAddress().getPort();
        end = () -> server.stop(0);
    }

    /** Takes no mail for anybody. */
    static Parrot smtp() throws IOException {
        return new Parrot("220 here", line -> {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT")) {
                return null;
            }
            return command.startsWith("QUIT") ? "221 bye" : "250 well";
        });
    }

    /** Lets nobody in. */
    static Parrot imap() throws IOException {
        return new Parrot("* OK here", line -> line.contains("CAPABILITY")
                ? "* CAPABILITY IMAP4rev1\r\n" + tag(line) + " OK well" : null);
    }

    /** Refuses every request. */
    static Parrot http() throws IOException {
        return new Parrot();
    }

    private static String tag(String line) {
        return line.split(" ")[0];
    }

    /** What was refused so far. */
    List<String> refused() {
        return refused;
    }

    int port() {
        return port;
    }

    private void listen(ServerSocket server, String greeting, UnaryOperator<String> answer) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                BufferedReader input = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                say(client, greeting);
                for (String line = input.readLine(); line != null; line = input.readLine()) {
                    String said = answer.apply(line);
                    if (said == null) {
                        refused.add(line);
                        said = greeting.startsWith("220") ? "550 5.1.1 you said " + line : tag(line) + " NO you said " + line;
                    }
                    say(client, said);
                }
            } catch (IOException gone) {
                // the next one comes
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private void refuse(HttpExchange exchange) throws IOException {
        String told = exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        refused.add(told);
        byte[] body = ("{\"status\":\"error\",\"message\":\"you said " + told.replace("\"", "'").replace("\\", "/") + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() throws Exception {
        end.close();
    }
}
