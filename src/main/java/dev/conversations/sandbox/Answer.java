package dev.conversations.sandbox;

import java.util.Map;

/**
 * An answer over HTTP.
 *
 * @param status the HTTP status
 * @param body what is written as JSON, bytes as they are; null for nothing
 * @param headers further headers
 */
record Answer(int status, Object body, Map<String, String> headers) {

    Answer(int status, Object body) {
        this(status, body, Map.of());
    }
}
