package dev.conversations.app.mail.server;

import jakarta.mail.PasswordAuthentication;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.component.mail.MailAuthenticator;

/**
 * Logs in with an access token in place of a password, as XOAUTH2 wants it. Camel asks for it before it connects. Jakarta Mail
 * asks again, and once, when the server has refused what it was given, so that a token that ended early does no harm.
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

    /** @throws UncheckedIOException when there is no token */
    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        try {
            return new PasswordAuthentication(username, wasRefused() ? tokens.afterRefusal() : tokens.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Jakarta Mail holds the lock of an authenticator while it asks, Camel does not. */
    private boolean wasRefused() {
        return Thread.holdsLock(this);
    }
}
