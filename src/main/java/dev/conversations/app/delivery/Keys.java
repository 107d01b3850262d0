package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Message;

/**
 * Keys of what came in: the same for the same thing however often it is delivered, kept with a dead letter, and a hash,
 * since what it is made of may name people and machines.
 */
public final class Keys {
    /** The header that keeps the key of a dead letter, to be used when it is tried again. */
    public static final String HEADER = "BridgeKey";

    private static final int LENGTH = 16;
    private static final String[] KAFKA = {"kafka.TOPIC", "kafka.PARTITION", "kafka.OFFSET", "kafka.TIMESTAMP"};

    /** The key of a message from a queue or topic; null when nothing tells it from others. */
    public String of(Message message) {
        String kept = message.getHeader(HEADER, String.class);
        if (kept != null && kept.matches("[0-9a-f/]{1,100}")) {
            return kept;
        }
        if (message.getHeader(KAFKA[2]) != null) {
            return hash(Stream.of(KAFKA).map(name -> message.getHeader(name, String.class))
                    .map(String::valueOf).collect(Collectors.joining(" ")));
        }
        String id = message.getHeader("JMSMessageID", String.class);
        return id == null ? null : hash(id);
    }

    /** A key made of what tells a thing from others. */
    public static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Objects.requireNonNull(text).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
