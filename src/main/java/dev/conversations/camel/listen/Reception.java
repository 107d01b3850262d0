// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import java.util.function.Consumer;

/** What is behind a listener: it answers every request once, from whatever thread, and keeps no thread of the server. */
public interface Reception {

    /** Takes a request in; returns at once. */
    void take(HttpRequest request, Consumer<Answer> reply);

    /** The answer to a request whose body cannot be had. */
    Answer refuse(Refusal refusal);

    /** The longest body that is taken in, in bytes. */
    int maxBodySize();
}
