// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

/** What answers the requests of some paths. */
public interface Door {

    /** Whether a path leads here. */
    boolean takes(String path);

    /** Whether requests of a path bring files, which may be larger than forms. */
    default boolean takesFiles(String path) {
        return false;
    }

    /** @throws dev.conversations.sandbox.call.Refusal with one of Twilio's errors */
    Answer answer(Incoming request);
}
