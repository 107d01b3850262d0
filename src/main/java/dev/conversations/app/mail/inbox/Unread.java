// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import dev.conversations.app.delivery.Reasons;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that a mailbox could not be read, in words of ours: servers repeat what they refuse, a login with its password as well. */
final class Unread implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Unread.class);

    @Override
    public void handleException(Throwable why) {
        LOG.warn("The mailbox cannot be read now and is tried again: {}", Reasons.of(why));
    }

    @Override
    public void handleException(String message, Throwable why) {
        handleException(why);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable why) {
        handleException(why);
    }
}
