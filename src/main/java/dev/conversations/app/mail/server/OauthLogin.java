// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import jakarta.mail.PasswordAuthentication;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.component.mail.MailAuthenticator;

/**
 * Logs in with an access token in place of a password, as XOAUTH2 wants it. Camel asks for it when a route is set up and before
 * it connects. Jakarta Mail asks again, and once, when the server has refused what it was given or there was none, so that a
 * token that ended early does no harm, and a provider that is away only keeps from connecting.
 *
 * @see <a href="https://developers.google.com/workspace/gmail/imap/xoauth2-protocol">XOAUTH2</a>
 */
final class OauthLogin extends MailAuthenticator {
    /** The only one that takes tokens. */
    static final String MECHANISM = "XOAUTH2";

    private final String username;
    private final MailTokens tokens;

    OauthLogin(String username, MailTokens tokens) {
        this.username = username;
        this.tokens = tokens;
    }

    /** @throws UncheckedIOException when Jakarta Mail asks and there is no token */
    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        boolean again = isAskedByJakartaMail();
        try {
            return new PasswordAuthentication(username, again ? tokens.afterRefusal() : tokens.text());
        } catch (IOException e) {
            if (again) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
            return new PasswordAuthentication(username, null);
        }
    }

    /** It holds the lock of an authenticator while it asks, Camel does not. */
    private boolean isAskedByJakartaMail() {
        return Thread.holdsLock(this);
    }
}
