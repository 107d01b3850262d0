// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys of what came in: the same for the same thing however often it is delivered, kept with a dead letter, and a hash,
 * since what it is made of may name people and machines.
 */
public final class Keys {
    private static final int LENGTH = 16;

    private Keys() {}

    /**
     * The key of what came in from a queue or topic; null when nothing tells it from others. Its words are part of it,
     * since whoever writes to a queue may choose the message's ID.
     */
    static String of(Arrival arrival, byte[] body) {
        if (arrival.id() == null) {
            return null;
        }
        MessageDigest digest = digest();
        digest.update(arrival.id().getBytes(UTF_8));
        digest.update((byte) 0);
        return hash(digest, body == null ? new byte[0] : body);
    }

    /** A key made of what tells a thing from others. */
    public static String hash(String text) {
        return hash(digest(), text.getBytes(UTF_8));
    }

    private static String hash(MessageDigest digest, byte[] rest) {
        return HexFormat.of().formatHex(digest.digest(rest), 0, LENGTH);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
