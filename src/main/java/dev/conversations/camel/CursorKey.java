package dev.conversations.camel;

import dev.conversations.api.Operation;
import dev.conversations.api.Option;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Under which key the cursor of a poll is kept: the same for the same poll after a restart, without personal data. */
final class CursorKey {

    private static final int HASH_LENGTH = 16;

    private CursorKey() {}

    /** The operation, the account if it is known, and the options in the order of their names. */
    static String of(Operation operation, String accountSid, Map<String, Object> arguments) {
        StringBuilder key = new StringBuilder(operation.name());
        if (accountSid != null) {
            key.append(' ').append(accountSid);
        }
        new TreeMap<>(arguments).forEach((name, value) -> {
            if (!name.equals("pageSize")) {
                key.append(' ').append(name).append(':').append(shown(operation.options().get(name), value.toString()));
            }
        });
        return key.toString();
    }

    /** State repositories keep keys in files, so only what cannot break one is shown as it is. */
    private static String shown(Option option, String value) {
        return option.showable() && value.matches("[\\w.:+-]*") ? value : hash(value);
    }

    private static String hash(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }
}
