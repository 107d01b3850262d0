// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A connection to a server, over which anything may be sent: characters are bytes in Latin-1. */
final class Stranger implements AutoCloseable {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    private final Socket socket;

    Stranger(int port) throws IOException {
        socket = new Socket("localhost", port);
    }

    Stranger send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** The statuses of all answers until the server closes, for as long as that; 0 stands for a close. */
    List<Integer> read(Duration patience) throws IOException {
        StringBuilder text = new StringBuilder();
        long end = System.nanoTime() + patience.toNanos();
        try {
            InputStream answers = socket.getInputStream();
            byte[] part = new byte[8192];
            while (true) {
                socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
                int length = answers.read(part);
                if (length < 0) {
                    return statuses(text + "HTTP/1.1 000");
                }
                text.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketTimeoutException e) {
            return statuses(text.toString());
        } catch (IOException reset) {
            return statuses(text + "HTTP/1.1 000");
        }
    }

    /** Whether the server has closed it. */
    boolean isClosed() throws IOException {
        return read(Duration.ofMillis(1)).contains(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static List<Integer> statuses(String text) {
        return STATUS.matcher(text).results().map(MatchResult::group).map(line -> Integer.valueOf(line.substring(9))).toList();
    }
}
