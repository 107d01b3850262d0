// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.start;

/** Why the app cannot start: one line that names the setting, what is wrong with it, and the way out. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message names the setting, what is wrong with it, and the way out */
    public StartFailure(String message) {
        super(message);
    }

    /** @param message names the setting, what is wrong with it, and the way out */
    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
