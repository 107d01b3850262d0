// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import java.util.Map;

/**
 * An answer over HTTP.
 *
 * @param status the HTTP status
 * @param body what is written as JSON, bytes as they are; null for nothing
 * @param headers further headers
 * @param way what becomes of it on its way
 */
public record Answer(int status, Object body, Map<String, String> headers, Way way) {

    /** What becomes of an answer: it arrives, or the connection is reset, or nothing comes. */
    public enum Way { ARRIVES, RESET, SILENCE }

    public Answer(int status, Object body, Map<String, String> headers) {
        this(status, body, headers, Way.ARRIVES);
    }

    public Answer(int status, Object body) {
        this(status, body, Map.of());
    }

    /** None at all. */
    public static Answer lost(Way way) {
        return new Answer(0, null, Map.of(), way);
    }
}
