// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Conversations as signed words of letters and digits, in which case means nothing: short enough for the name of a mailbox,
 * and for a line that no mail program breaks. A token holds the SID and 80 bits of a keyed hash of it.
 */
final class ConversationTokens {
    /** In characters. */
    static final int LENGTH = 41;

    private static final int SID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 10;
    private static final String PURPOSE = "conversation token ";
    private static final Pattern SID = Pattern.compile("CH[0-9a-f]{32}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-zA-Z]{" + LENGTH + "}");

    private final MailSecret secret;

    ConversationTokens(MailSecret secret) {
        this.secret = secret;
    }

    /** The token of a conversation; always the same. */
    String of(String conversationSid) {
        if (!SID.matcher(conversationSid).matches()) {
            throw new IllegalArgumentException("No SID of a conversation");
        }
        byte[] sid = HexFormat.of().parseHex(conversationSid, 2, 2 + 2 * SID_BYTES);
        byte[] both = Arrays.copyOf(sid, SID_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(sid), 0, both, SID_BYTES, SIGNATURE_BYTES);
        String digits = new BigInteger(1, both).toString(Character.MAX_RADIX);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    /** The conversation, if the token is one of ours. */
    Optional<String> conversation(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        BigInteger number = new BigInteger(token.toLowerCase(Locale.ROOT), Character.MAX_RADIX);
        if (number.bitLength() > (SID_BYTES + SIGNATURE_BYTES) * Byte.SIZE) {
            return Optional.empty();
        }
        byte[] both = HexFormat.of().parseHex(String.format(Locale.ROOT, "%0" + 2 * (SID_BYTES + SIGNATURE_BYTES) + "x", number));
        byte[] sid = Arrays.copyOf(both, SID_BYTES);
        return MessageDigest.isEqual(signature(sid), Arrays.copyOfRange(both, SID_BYTES, both.length))
                ? Optional.of("CH" + HexFormat.of().formatHex(sid))
                : Optional.empty();
    }

    private byte[] signature(byte[] sid) {
        return secret.signature(PURPOSE + HexFormat.of().formatHex(sid), SIGNATURE_BYTES);
    }
}
