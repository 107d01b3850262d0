// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.list.Page;

/**
 * What a call brought.
 *
 * @param body the record; of a list the {@link Page}; null of a delete
 * @param status the HTTP status
 * @param requestId Twilio's name for the request, for its support; may be null
 */
public record Result(Object body, int status, String requestId) {}
