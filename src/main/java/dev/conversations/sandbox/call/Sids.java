package dev.conversations.sandbox.call;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Identifiers in Twilio's form: two letters and 32 hexadecimal digits. */
public final class Sids {

    private static final RandomGenerator RANDOM = new SecureRandom();

    private Sids() {}

    public static String next(String prefix) {
        return prefix + hex();
    }

    /** 32 hexadecimal digits, the form of a Twilio auth token. */
    public static String hex() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static boolean is(String prefix, String text) {
        return text.length() == 34 && text.startsWith(prefix)
                && text.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
