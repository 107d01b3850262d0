// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a mail holds that was signed as a whole, so that only programs for such mails show it. Nothing is said about
 * the signature: it is not checked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5652">RFC 5652, Cryptographic Message Syntax</a>
 */
final class OpaqueSignature {
    private static final byte[] SIGNED_DATA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 7, 2};
    private static final int CONSTRUCTED = 0x20;
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int IDENTIFIER = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int EXPLICIT = 0xa0;
    private static final int UNKNOWN_LENGTH = -1;
    private static final int DEEPEST = 32;

    private final byte[] source;
    private int at;
    private int length;

    private OpaqueSignature(byte[] source) {
        this.source = source;
    }

    /**
     * The content; null when it is something else than signed, such as encrypted, or has no content.
     *
     * @throws IOException when it cannot be read
     */
    static byte[] content(byte[] source) throws IOException {
        OpaqueSignature signed = new OpaqueSignature(source);
        signed.open(SEQUENCE);
        signed.open(IDENTIFIER);
        if (!Arrays.equals(signed.bytes(), SIGNED_DATA)) {
            return null;
        }
        signed.open(EXPLICIT);
        signed.open(SEQUENCE);
        signed.open(INTEGER);
        signed.bytes();
        signed.open(SET);
        signed.skip(0);
        signed.open(SEQUENCE);
        int end = signed.length == UNKNOWN_LENGTH ? source.length : signed.at + signed.length;
        signed.open(IDENTIFIER);
        signed.bytes();
        if (signed.at >= end || signed.isEnd()) {
            return null;
        }
        signed.open(EXPLICIT);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        signed.octets(content, 0);
        return content.toByteArray();
    }

    private void open(int tag) throws IOException {
        if (next() != tag) {
            throw new IOException("not what was expected");
        }
        readLength();
    }

    private int next() throws IOException {
        if (at >= source.length) {
            throw new IOException("it ends early");
        }
        return source[at++] & 0xff;
    }

    private void readLength() throws IOException {
        int first = next();
        length = first;
        if (first == 0x80) {
            length = UNKNOWN_LENGTH;
        } else if (first > 0x80) {
            length = 0;
            for (int i = first & 0x7f; i > 0; i--) {
                length = length << 8 | next();
                if (length < 0 || length > source.length) {
                    throw new IOException("longer than all of it");
                }
            }
        }
        if (length != UNKNOWN_LENGTH && length > source.length - at) {
            throw new IOException("longer than all of it");
        }
    }

    private byte[] bytes() throws IOException {
        if (length < 0) {
            throw new IOException("of unknown length");
        }
        at += length;
        return Arrays.copyOfRange(source, at - length, at);
    }

    /** Goes over what was opened last. */
    private void skip(int depth) throws IOException {
        if (length != UNKNOWN_LENGTH) {
            at += length;
            return;
        }
        check(depth);
        while (!isEnd()) {
            next();
            readLength();
            skip(depth + 1);
        }
        at += 2;
    }

    /** A string of octets, whole or in pieces. */
    private void octets(ByteArrayOutputStream into, int depth) throws IOException {
        check(depth);
        int tag = next();
        readLength();
        if (tag == OCTETS) {
            into.writeBytes(bytes());
            return;
        }
        if (tag != (OCTETS | CONSTRUCTED)) {
            throw new IOException("no octets");
        }
        int end = length == UNKNOWN_LENGTH ? UNKNOWN_LENGTH : at + length;
        while (end == UNKNOWN_LENGTH ? !isEnd() : at < end) {
            octets(into, depth + 1);
        }
        at += end == UNKNOWN_LENGTH ? 2 : 0;
    }

    private static void check(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("too deep");
        }
    }

    private boolean isEnd() throws IOException {
        if (at + 1 >= source.length) {
            throw new IOException("it ends early");
        }
        return source[at] == 0 && source[at + 1] == 0;
    }
}
