// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes identifiers in Twilio's form: two letters and 32 hexadecimal digits. */
public final class Sids {

    private final RandomGenerator random;

    public Sids(RandomGenerator random) {
        this.random = random;
    }

    public String next(String prefix) {
        return prefix + hex();
    }

    /** 32 hexadecimal digits, the form of a Twilio auth token. */
    public String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A random UUID. */
    public String uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    public static boolean is(String prefix, String text) {
        return text.length() == 34 && text.startsWith(prefix)
                && text.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
