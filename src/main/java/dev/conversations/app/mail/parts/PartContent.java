// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/** The bytes of a part, decoded as mail programs do: what does not belong to its encoding ends it. */
public final class PartContent {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private PartContent() {}

    /** A stream of them, to be closed. */
    public static InputStream of(Part part) throws MessagingException, IOException {
        String[] encoding = part.getHeader("Content-Transfer-Encoding");
        if (encoding == null || !encoding[0].strip().equalsIgnoreCase("base64")) {
            return part.getInputStream();
        }
        BufferedInputStream raw = new BufferedInputStream(raw(part), 2 * LONGEST_LINE);
        raw.mark(LONGEST_LINE);
        byte[] begin = line(raw);
        while (begin != null && begin.length == 0) {
            begin = line(raw);
        }
        raw.reset();
        return begin == null || isBase64(begin) ? new Decoded(raw) : raw;
    }

    private static InputStream raw(Part part) throws MessagingException {
        if (part instanceof MimeMessage mail) {
            return mail.getRawInputStream();
        }
        if (part instanceof MimeBodyPart body) {
            return body.getRawInputStream();
        }
        throw new MessagingException("A part that did not come with a mail");
    }

    /** The next line without what ends it, cut where it is too long; null at the end. */
    private static byte[] line(InputStream in) throws IOException {
        byte[] line = new byte[128];
        int length = 0;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n' && length < LONGEST_LINE / 2) {
            if (read > ' ') {
                line = length == line.length ? Arrays.copyOf(line, 2 * length) : line;
                line[length++] = (byte) read;
            }
            read = length < LONGEST_LINE / 2 ? in.read() : read;
        }
        return Arrays.copyOf(line, length);
    }

    private static boolean isBase64(byte[] line) {
        for (byte one : line) {
            if (one != '=' && ALPHABET.indexOf(one) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Base64 up to the first line that is none. */
    private static final class Decoded extends InputStream {
        private final InputStream raw;
        private final StringBuilder left = new StringBuilder();
        private InputStream decoded = new ByteArrayInputStream(new byte[0]);
        private boolean ended;

        Decoded(InputStream raw) {
            this.raw = raw;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read = decoded.read(bytes, from, count);
            while (read < 0 && !ended) {
                decode();
                read = decoded.read(bytes, from, count);
            }
            return read;
        }

        private void decode() throws IOException {
            byte[] line = line(raw);
            ended = line == null || !isBase64(line);
            for (int i = 0; !ended && i < line.length && !ended; i++) {
                ended = line[i] == '=';
                left.append(ended ? "" : String.valueOf((char) line[i]));
            }
            int whole = ended ? left.length() - (left.length() % 4 == 1 ? 1 : 0) : left.length() / 4 * 4;
            decoded = new ByteArrayInputStream(Base64.getDecoder().decode(left.substring(0, whole)));
            left.delete(0, whole);
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }
}
