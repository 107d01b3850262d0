package dev.conversations.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text of a URL or a form, as bytes: of values all is escaped but the unreserved characters of RFC 3986. */
final class PercentText {

    private static final int USUAL_LENGTH = 96;
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[USUAL_LENGTH];
    private int length;

    /** Adds text that is ASCII and means what it says. */
    PercentText plain(String ascii) {
        makeRoom(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Adds a segment of a path. */
    PercentText segment(String text) {
        return escaped(text, "%20");
    }

    /** Adds a field of a query or a form; names have nothing to escape. */
    PercentText field(String name, String value) {
        return plain(name).plain("=").escaped(value, "+");
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** In bytes. */
    int length() {
        return length;
    }

    void writeTo(OutputStream output) throws IOException {
        output.write(bytes, 0, length);
    }

    InputStream toStream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private PercentText escaped(String text, String blank) {
        makeRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUnreserved(c)) {
                makeRoom(1);
                bytes[length++] = (byte) c;
            } else if (c == ' ') {
                plain(blank);
            } else if (c < 0x80) {
                escape(c);
            } else {
                int end = endOfForeign(text, i);
                for (byte b : text.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    escape(b);
                }
                i = end - 1;
            }
        }
        return this;
    }

    private static int endOfForeign(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= 0x80) {
            end++;
        }
        return end;
    }

    private void escape(int value) {
        makeRoom(3);
        bytes[length++] = '%';
        bytes[length++] = DIGITS[value >> 4 & 0xF];
        bytes[length++] = DIGITS[value & 0xF];
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                || c == '-' || c == '.' || c == '_' || c == '~';
    }
}
