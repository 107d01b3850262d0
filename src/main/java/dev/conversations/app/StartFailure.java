package dev.conversations.app;

/** Why the app cannot start: one line that names the setting, what is wrong with it, and the way out. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
