// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.camel.options.Headers;

/** The headers, for routes in Java: what producers read (one for every option of an operation), what they set, and what consumers set. */
public final class ConversationsHeaders extends Headers {

    private ConversationsHeaders() {}
}
