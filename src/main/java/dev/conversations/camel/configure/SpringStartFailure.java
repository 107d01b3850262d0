// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import java.util.Arrays;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** What Spring Boot says when a wrong option keeps the application from starting: the line that names it, without a stack trace. */
public final class SpringStartFailure implements FailureAnalyzer {

    private static final String OURS = "dev.conversations.";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && isOurs(cause)) {
                return new FailureAnalysis(cause.getMessage(), "Correct it where it is set: in a URI of twilio-conversations, or in"
                        + " application.properties below camel.component.twilio-conversations.", failure);
            }
        }
        return null;
    }

    private static boolean isOurs(Throwable cause) {
        return Arrays.stream(cause.getStackTrace()).limit(1).anyMatch(frame -> frame.getClassName().startsWith(OURS));
    }
}
