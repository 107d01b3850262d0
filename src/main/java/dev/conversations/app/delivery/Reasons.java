package dev.conversations.app.delivery;

import java.io.IOException;

/** Why something was not delivered, in words that repeat nothing of it. */
public final class Reasons {
    private static final String OURS = "dev.conversations.";

    private Reasons() {}

    /**
     * The message of what is ours or tells of connections; of anything else its name and that of its cause, since
     * mail servers repeat addresses and converters repeat bodies.
     */
    public static String of(Throwable why) {
        if (why == null) {
            return "No reason is known.";
        }
        Throwable root = why;
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (isDiscreet(cause)) {
                return cause.getMessage();
            }
            root = cause;
        }
        String name = why.getClass().getSimpleName();
        return root == why ? name : name + ", because of " + root.getClass().getSimpleName();
    }

    private static boolean isDiscreet(Throwable why) {
        return why.getMessage() != null && (why.getClass().getName().startsWith(OURS)
                || why instanceof IOException || why.getClass() == IllegalArgumentException.class && isOurs(why));
    }

    private static boolean isOurs(Throwable why) {
        return why.getStackTrace().length > 0 && why.getStackTrace()[0].getClassName().startsWith(OURS);
    }
}
