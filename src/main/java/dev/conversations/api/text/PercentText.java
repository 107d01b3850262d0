// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Text of a URL or a form, as bytes: of values all is escaped but the unreserved characters of RFC 3986. */
public final class PercentText {

    private static final int USUAL_LENGTH = 96;
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** What has a meaning of its own in path and query, as RFC 3986 has it. */
    private static final String RESERVED = "/?:@!$&'()*+,;=";

    private byte[] bytes = new byte[USUAL_LENGTH];
    private int length;

    /** Adds text that is ASCII and means what it says. */
    public PercentText plain(String ascii) {
        makeRoom(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Adds a segment of a path. */
    public PercentText segment(String text) {
        return escaped(text, "%20");
    }

    /** Adds a field of a query or a form; names have nothing to escape. */
    public PercentText field(String name, String value) {
        return plain(name).plain("=").escaped(value, "+");
    }

    /** Adds path and query as somebody wrote them: escaped is only what may not stand there as it is. */
    public PercentText address(String text) {
        makeRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' ? isEscape(text, i) : isUnreserved(c) || RESERVED.indexOf(c) >= 0) {
                makeRoom(1);
                bytes[length++] = (byte) c;
            } else {
                i = escape(text, i);
            }
        }
        return this;
    }

    /** Takes back all that was added. */
    public void clear() {
        length = 0;
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
            } else {
                i = escape(text, i);
            }
        }
        return this;
    }

    /** Escapes a character, with those beyond ASCII that follow it. The last one escaped. */
    private int escape(String text, int start) {
        if (text.charAt(start) < 0x80) {
            escape(text.charAt(start));
            return start;
        }
        int end = endOfForeign(text, start);
        for (byte b : text.substring(start, end).getBytes(StandardCharsets.UTF_8)) {
            escape(b);
        }
        return end - 1;
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

    private static boolean isEscape(String text, int start) {
        return start + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(start + 1)) && HexFormat.isHexDigit(text.charAt(start + 2));
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                || c == '-' || c == '.' || c == '_' || c == '~';
    }
}
