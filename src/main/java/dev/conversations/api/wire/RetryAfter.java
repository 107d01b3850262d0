// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The header by which a server says when to come again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, Retry-After</a>
 */
final class RetryAfter {

    private RetryAfter() {}

    /**
     * The wait; null when the text names none.
     *
     * @param date when the server said so, by its own clock; null when unknown
     */
    static Duration parse(String text, String date) {
        if (text == null) {
            return null;
        }
        try {
            Duration wait = text.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text.strip()))
                    : Duration.between(instant(date == null ? text : date), instant(text));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZonedDateTime instant(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
