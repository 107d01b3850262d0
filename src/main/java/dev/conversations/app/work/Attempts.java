// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.work;

import dev.conversations.api.RetryPolicy;
import dev.conversations.api.TwilioException;
import java.io.IOException;
import org.apache.camel.Exchange;

/** Whether what Twilio did not do is tried again. */
public final class Attempts {
    /** The variable that is true while a repeat of what may have been done would do it twice. */
    private static final String HARMFUL = "harmful";

    /**
     * Whether another try may help and does no harm: what was never processed always, else where the same message is
     * looked for first, or doing a thing twice changes nothing.
     */
    public boolean helps(Exchange exchange) {
        Exception why = exchange.getException() != null
                ? exchange.getException()
                : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        boolean harmless = !exchange.getVariable(HARMFUL, false, Boolean.class);
        if (why instanceof TwilioException refused) {
            return refused.isRateLimited() || refused.getStatus() >= 500 && harmless;
        }
        return RetryPolicy.wasNeverSent(why) || why instanceof IOException && harmless;
    }
}
