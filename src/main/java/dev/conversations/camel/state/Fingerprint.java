// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a key is made of, as 32 characters: always as long, the same for the same, and naming nobody. */
public final class Fingerprint {
    private static final int BYTES = 16;
    private static final String BETWEEN = "\0";

    private Fingerprint() {}

    public static String of(String... parts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }
}
