// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way through TCP to a server on this machine that can be cut and mended, or breaks by itself at a word; it ends at a
 * port of its own.
 */
public final class Cable implements AutoCloseable {
    private final ServerSocket end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong passed = new AtomicLong();
    private volatile int target;
    private volatile boolean cut = true;
    private volatile String word;
    private volatile String silence;

    public Cable() throws IOException {
        threads.execute(this::accept);
    }

    public int port() {
        return end.getLocalPort();
    }

    /** Leads to that port from now on. */
    public void lead(int port) {
        target = port;
        cut = false;
    }

    /** Breaks all connections, and refuses new ones. */
    public void cut() {
        cut = true;
        open.forEach(Cable::drop);
        open.clear();
    }

    public void mend() {
        cut = false;
    }

    /** How many bytes have passed, both ways. */
    public long passed() {
        return passed.get();
    }

    /** From now on a connection breaks when this word comes from the server. */
    public void breakAt(String word) {
        this.word = word;
    }

    /** From now on a connection stays, but says nothing more, when this word comes from the server. */
    public void fallSilentAt(String silence) {
        this.silence = silence;
    }

    @Override
    public void close() {
        cut();
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                connect(end.accept());
            } catch (IOException e) {
                // the end was closed, or the server refuses
            }
        }
    }

    private void connect(Socket near) throws IOException {
        open.add(near);
        if (cut) {
            drop(near);
            return;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(far);
        if (cut) {
            drop(near);
            drop(far);
            return;
        }
        threads.execute(() -> pass(near, far, false));
        threads.execute(() -> pass(far, near, true));
    }

    private void pass(Socket from, Socket to, boolean byServer) {
        byte[] buffer = new byte[8192];
        String tail = "";
        boolean silent = false;
        try {
            for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
                String seen = tail + new String(buffer, 0, read, ISO_8859_1);
                if (byServer && word != null && seen.contains(word)) {
                    return;
                }
                if (byServer && silence != null && seen.contains(silence)) {
                    silent = true;
                }
                if (silent) {
                    continue;
                }
                tail = seen.substring(Math.max(0, seen.length() - 100));
                passed.addAndGet(read);
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // it was cut
        } finally {
            drop(from);
            drop(to);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
