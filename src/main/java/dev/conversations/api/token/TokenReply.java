// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.token;

import dev.conversations.api.text.Json;
import dev.conversations.api.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a token endpoint replied.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5">RFC 6749, 5</a>
 */
public final class TokenReply {

    /** How long a token is kept whose reply names no end. */
    private static final Duration UNNAMED = Duration.ofMinutes(5);

    private final Reply reply;
    private final Map<String, Object> fields;

    TokenReply(Reply reply) {
        this.reply = reply;
        this.fields = fields(reply);
    }

    public int status() {
        return reply.status();
    }

    /** How long to wait before the next try; may be null. */
    public Duration retryAfter() {
        return reply.retryAfter();
    }

    /** The token; empty when there is none. */
    public Optional<Token> token() {
        return status() == 200 ? text("access_token").map(text -> new Token(text, life())) : Optional.empty();
    }

    /** The refresh token that takes the place of the one that was used. */
    public Optional<String> refreshToken() {
        return status() == 200 ? text("refresh_token") : Optional.empty();
    }

    /** The code of the error, as it came; empty when there is none. */
    public String error() {
        return text("error").orElse("");
    }

    private Duration life() {
        Object seconds = fields.get("expires_in");
        return seconds != null && String.valueOf(seconds).matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(String.valueOf(seconds)))
                : UNNAMED;
    }

    private Optional<String> text(String name) {
        return fields.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Map<String, Object> fields(Reply reply) {
        try {
            return Json.readObject(reply.body());
        } catch (IOException e) {
            return Map.of();
        }
    }
}
