// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.Timing;
import dev.conversations.api.text.Json;
import dev.conversations.app.delivery.Keys;
import dev.conversations.app.delivery.Origin;
import dev.conversations.app.delivery.Undeliverable;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trace of a mail on the messages that it became. A mail is read again after a crash, or when somebody marks it as
 * unread; what it became must not be sent twice. Another mail with the same Message-ID is another mail all the same.
 *
 * @param key the same for all mails with one Message-ID
 * @param content the same for the same mail, as it was sent below its headers
 * @param age how far back the messages may lie
 */
record MailTrace(String key, String content, Duration age) {
    private static final String ATTRIBUTES = "attributes";
    private static final String CONTENT = "mail";
    private static final String WINDOW = "idempotencyWindow";
    private static final Duration DAY = Duration.ofDays(1);

    /** @throws Undeliverable when the mail cannot be read */
    static MailTrace of(Message mail, Timing timing) throws MessagingException, Undeliverable {
        String content = content(mail);
        Optional<String> id = MessageIds.of(mail);
        return new MailTrace(Keys.hash(id.isPresent() ? id.get() : whole(mail)), content, age(mail, timing.now()));
    }

    /** Leaves it on a message, given as options of {@code messages/create}. */
    void leaveOn(Map<String, Object> message) throws Undeliverable {
        message.put(ATTRIBUTES, Map.of(CONTENT, content));
        Origin.mark(message, key);
        message.put(WINDOW, age);
    }

    /**
     * Checks what was found under the key in place of a message that is not made again.
     *
     * @param wanted the message it stands for
     * @param found its attributes, as JSON
     * @throws UsedMessageId when it was made of another mail
     */
    static void require(Map<?, ?> wanted, String found) throws UsedMessageId {
        Object theirs = members(found).get(CONTENT);
        Object ours = wanted.get(ATTRIBUTES) instanceof Map<?, ?> attributes ? attributes.get(CONTENT) : null;
        if (theirs != null && !theirs.equals(ours)) {
            throw new UsedMessageId();
        }
    }

    private static Map<String, Object> members(String json) {
        try {
            return Json.readObject(json.getBytes(UTF_8));
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static String content(Message mail) throws MessagingException, Undeliverable {
        try (InputStream body = ((MimeMessage) mail).getRawInputStream()) {
            return digest(body::transferTo);
        } catch (IOException e) {
            throw new Undeliverable("The mail cannot be read.");
        }
    }

    private static String whole(Message mail) throws MessagingException, Undeliverable {
        return digest(mail::writeTo);
    }

    /** Since it was sent or came in, whichever is longer ago, and a day. */
    private static Duration age(Message mail, Instant now) throws MessagingException {
        Stream<String> stamps = Stream.concat(values(mail, "Received").limit(1).map(it -> it.substring(it.lastIndexOf(';') + 1)),
                values(mail, "Date").limit(1));
        return stamps.map(MailTrace::time).flatMap(Optional::stream).filter(now::isAfter).min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now).plus(DAY)).orElse(DAY);
    }

    private static Stream<String> values(Message mail, String header) throws MessagingException {
        return Stream.ofNullable(mail.getHeader(header)).flatMap(Stream::of);
    }

    private static Optional<Instant> time(String stamp) {
        try {
            return Optional.of(new MailDateFormat().parse(stamp.strip()).toInstant());
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String digest(Source source) throws MessagingException, Undeliverable {
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(),
                MessageDigest.getInstance("SHA-256"))) {
            source.writeTo(out);
            return Keys.hash(HexFormat.of().formatHex(out.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new Undeliverable("The mail cannot be read.");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    private interface Source {
        void writeTo(OutputStream out) throws MessagingException, IOException;
    }
}
