// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark.server;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A connection that speaks just enough HTTP, and reads with a buffer. */
public record Connection(OutputStream output, DataInputStream input) {

    public static Connection of(Socket socket) throws IOException {
        return new Connection(
                socket.getOutputStream(), new DataInputStream(new BufferedInputStream(socket.getInputStream())));
    }

    /** Sends a request and reads its reply to the end. */
    public void exchange(byte[] request) throws IOException {
        output.write(request);
        String status = line(input);
        int length = length(input);
        input.skipNBytes(Math.max(length, 0));
        for (int chunk = length < 0 ? 1 : 0; chunk > 0; line(input)) {
            chunk = Integer.parseInt(line(input), 16);
            input.skipNBytes(chunk);
        }
        if (!status.contains(" 20")) {
            throw new IOException(status);
        }
    }

    /** Reads headers to their end. The length of what follows; less than zero when it comes in chunks. */
    public static int length(InputStream input) throws IOException {
        int length = 0;
        for (String header = line(input); !header.isEmpty(); header = line(input)) {
            String folded = header.toLowerCase();
            if (folded.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            } else if (folded.startsWith("transfer-encoding: chunked")) {
                length = -1;
            }
        }
        return length;
    }

    public static String line(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
