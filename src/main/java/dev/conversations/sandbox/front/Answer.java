package dev.conversations.sandbox.front;

import java.util.Map;

/**
 * An answer over HTTP.
 *
 * @param status the HTTP status
 * @param body what is written as JSON, bytes as they are; null for nothing
 * @param headers further headers
 */
public record Answer(int status, Object body, Map<String, String> headers) {

    public Answer(int status, Object body) {
        this(status, body, Map.of());
    }
}
