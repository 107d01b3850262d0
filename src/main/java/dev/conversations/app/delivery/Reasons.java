// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why something was not delivered, in a sentence that repeats nothing of it. */
public final class Reasons {
    private static final String OURS = "dev.conversations.";
    /** Where it begins only, so that what stands before it is not looked at again for each of them. */
    private static final Pattern ENDS = Pattern.compile("(?<![.\\s])[.\\s]++$");
    private static final Pattern SENTENCE = Pattern.compile("\\S \\S+ \\S");
    /** What failed, by what the names of its exceptions begin with. */
    private static final List<Map.Entry<String, String>> OTHERS = List.of(
            Map.entry("jakarta.mail.internet.", "Something in the mail cannot be read"),
            Map.entry("jakarta.mail.AuthenticationFailed", "The mail server refused the login"),
            Map.entry("jakarta.mail.", "The mail server did not take it"),
            Map.entry("org.eclipse.angus.mail.", "The mail server did not take it"),
            Map.entry("jakarta.jms.", "The broker did not take it"),
            Map.entry("org.springframework.jms.", "The broker did not take it"),
            Map.entry("org.apache.kafka.", "Kafka did not take it"),
            Map.entry("java.util.concurrent.TimeoutException", "It took too long"),
            Map.entry("java.lang.InterruptedException", "The bridge was stopped before it was done"));

    private Reasons() {}

    /**
     * The message of what is ours or tells of connections; of anything else its name, that of its cause, and where it was
     * met, since mail servers repeat addresses and converters repeat bodies.
     */
    public static String of(Throwable why) {
        if (why == null) {
            return "No reason is known.";
        }
        Throwable root = why;
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (isOurs(cause) && cause.getMessage() != null && SENTENCE.matcher(cause.getMessage()).find()) {
                return cause.getMessage();
            }
            if (cause instanceof IOException) {
                return "A connection or a file failed: " + told(cause) + ".";
            }
            root = cause;
        }
        String name = why.getClass().getSimpleName();
        return whatFailed(why) + " (" + (root == why ? name : name + ", because of " + root.getClass().getSimpleName())
                + place(root) + ").";
    }

    /** What an exception of a connection says, and its kind where that says too little. */
    private static String told(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return message == null ? kind
                : message.contains(" ") ? ENDS.matcher(message).replaceFirst("")
                : kind + ", " + message;
    }

    private static String whatFailed(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getName();
            for (Map.Entry<String, String> other : OTHERS) {
                if (name.startsWith(other.getKey())) {
                    return other.getValue();
                }
            }
        }
        return "Something failed that nobody foresaw";
    }

    /** The step of ours that met it. */
    private static String place(Throwable root) {
        return Stream.of(root.getStackTrace()).filter(step -> step.getClassName().startsWith(OURS)).findFirst()
                .map(step -> ", in " + step.getClassName().substring(step.getClassName().lastIndexOf('.') + 1) + "." + step.getMethodName()).orElse("");
    }

    private static boolean isOurs(Throwable why) {
        return why.getClass().getName().startsWith(OURS)
                || (why instanceof IOException || why.getClass() == IllegalArgumentException.class)
                && why.getStackTrace().length > 0 && why.getStackTrace()[0].getClassName().startsWith(OURS);
    }
}
