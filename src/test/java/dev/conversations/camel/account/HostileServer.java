// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server of plain sockets that does to each connection what it is told, until that one is closed. */
final class HostileServer implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\n";

    /** What is done to a connection. */
    interface Behaviour {
        void to(InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    HostileServer(Behaviour behaviour) throws IOException {
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                start(() -> serve(socket, behaviour));
            }
        });
    }

    /** Reads the head of a request, and gives its path; null at the end of the connection. */
    static String path(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (head.append((char) next).toString().endsWith("\r\n\r\n")) {
                return head.toString().split(" ")[1];
            }
        }
        return null;
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    /** Writes one byte after the other, a twentieth of a second apart. */
    void drip(OutputStream out, String text) throws IOException {
        for (int i = 0; i < text.length() && !isClosedWithin(50); i++) {
            write(out, text.substring(i, i + 1));
        }
    }

    /** Waits. Whether this server was closed meanwhile. */
    boolean isClosedWithin(long millis) throws IOException {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many bytes were written in all, to connections and on their way there. */
    long written() {
        return written.get();
    }

    int connections() {
        return connections.get();
    }

    /** How many connections are over, because the behaviour was or since the other side closed them. */
    int ended() {
        return ended.get();
    }

    private void serve(Socket socket, Behaviour behaviour) throws IOException {
        try (socket) {
            behaviour.to(socket.getInputStream(), new FilterOutputStream(socket.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    written.addAndGet(length);
                }
            });
        } finally {
            ended.incrementAndGet();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the other side, or this server, closed the connection
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
