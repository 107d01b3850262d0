// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import dev.conversations.api.Timing;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Services;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.component.mail.MailAuthenticator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail servers that the routes use, to send and to read: those in the settings, or an embedded one for both. */
public final class MailServers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailServers.class);
    private static final String SMTP = "bridge.smtp.host";
    private static final String IMAP = "bridge.imap.host";
    private static final String ACCOUNT = "bridge.twilio.account-sid";
    private static final String BRIDGE = "bridge.mail.bridge";
    private static final String NOBODYS = "@example.com";
    private static final List<String> MAILBOXES =
            List.of("bridge.mail.support", BRIDGE, "bridge.mail.dead-letters");

    private final MailServer smtp;
    private final MailServer imap;
    private final boolean embedded;
    private final Services running;

    private MailServers(MailServer smtp, MailServer imap, boolean embedded, Services running) {
        this.smtp = smtp;
        this.imap = imap;
        this.embedded = embedded;
        this.running = running;
    }

    /**
     * Starts one if it has to be embedded.
     *
     * @param timing tells when tokens end
     * @throws StartFailure when a port is taken, or settings do not fit together
     */
    public static MailServers start(Settings settings, Timing timing) {
        Optional<OauthClient> client = OauthClient.of(settings);
        if (!settings.has(SMTP) && !settings.has(IMAP) && client.isEmpty()) {
            requireConsentToMemory(settings);
            return embedded(settings.or("bridge.smtp.port", "3025").or("bridge.imap.port", "3143"));
        }
        requireAll(settings);
        Services running = new Services();
        try {
            Optional<MailTokens> tokens = client.map(found -> running.started(new MailTokens(found, timing)));
            MailServers servers = new MailServers(MailServer.of(settings, "smtp", tokens), MailServer.of(settings, "imap", tokens),
                    false, running);
            tokens.ifPresent(servers::tryOut);
            return servers;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** Whether it lies in this process. */
    public boolean isEmbedded() {
        return embedded;
    }

    /** Where they really are, by setting. */
    public Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(smtp.properties());
        properties.putAll(imap.properties());
        return properties;
    }

    /** What the routes log in with, by the name of the bean. */
    public Map<String, MailAuthenticator> logins() {
        return Map.of("smtpLogin", smtp.login(), "imapLogin", imap.login());
    }

    /** The mailbox that is read: where, and whose. */
    public String mailbox() {
        return imap.host() + ":" + imap.port() + " " + imap.login().getPasswordAuthentication().getUserName();
    }

    /** Where they are, for people. */
    public String describe() {
        return "smtp at %s:%s, imap at %s:%s%s".formatted(
                smtp.host(), smtp.port(), imap.host(), imap.port(), isEmbedded() ? ", embedded" : "");
    }

    @Override
    public void close() {
        running.close();
    }

    /** Gets a token, so that settings that cannot be are told at once; a provider that is away may come back. */
    private void tryOut(MailTokens tokens) {
        if (!smtp.takesTokens() && !imap.takesTokens()) {
            throw new StartFailure(Settings.both(OauthClient.CLIENT_ID) + " is of no use: a password is used where there is one."
                    + " Leave out bridge.imap.password (IMAP_PASSWORD) or bridge.smtp.password (SMTP_PASSWORD).");
        }
        try {
            tokens.text();
        } catch (NoMailToken e) {
            if (e.wayOut().isPresent()) {
                throw new StartFailure(e.getMessage() + " Check " + e.wayOut().get() + ".", e);
            }
            LOG.warn("{} Mails wait until it gives one.", e.getMessage());
        } catch (IOException e) {
            throw new StartFailure("Interrupted while an access token was asked for.", e);
        }
    }

    private static MailServers embedded(Settings settings) {
        Port smtp = Port.claim(settings, "bridge.smtp.port", "the mail server (SMTP)");
        Port imap = Port.claim(settings, "bridge.imap.port", "the mail server (IMAP)");
        Services running = new Services();
        running.started(EmbeddedMail.start(smtp, imap, BridgeAddress.of(settings, 0),
                MAILBOXES.stream().map(settings::get).toList()));
        String bridge = settings.get(BRIDGE);
        return new MailServers(MailServer.embedded("smtp", smtp, bridge), MailServer.embedded("imap", imap, bridge),
                true, running);
    }

    /** What a real Twilio was told must not vanish with a restart, unless somebody wants it so. */
    private static void requireConsentToMemory(Settings settings) {
        if (settings.has(ACCOUNT) && !settings.isTrue("bridge.mail.embedded")) {
            throw new StartFailure(Settings.both(SMTP) + " and " + Settings.both(IMAP)
                    + " are missing: the embedded mail server forgets all mails when it stops, which does not go with "
                    + Settings.both(ACCOUNT) + ". Name yours, switch mail off with "
                    + "bridge.email.enabled=false (EMAIL_ENABLED), or allow it with"
                    + " bridge.mail.embedded=true (MAIL_EMBEDDED).");
        }
    }

    private static void requireAll(Settings settings) {
        for (String name : List.of(SMTP, IMAP)) {
            if (!settings.has(name)) {
                throw new StartFailure(Settings.both(name) + " is missing: mail needs an SMTP and an IMAP server,"
                        + " or neither to have them embedded.");
            }
        }
        if (!settings.has("bridge.mail.secret")) {
            throw new StartFailure(Settings.both("bridge.mail.secret") + " is missing: any long random text will do,"
                    + " but it has to stay the same, or answers to earlier mails are refused.");
        }
        for (String name : MAILBOXES) {
            if (!settings.isSaid(name)) {
                throw new StartFailure(
                        Settings.both(name) + " is missing: it has to be a mailbox of your mail server.");
            }
            if (settings.get(name).toLowerCase(Locale.ROOT).endsWith(NOBODYS)) {
                throw new StartFailure(Settings.both(name) + " lies at example.com, which is for examples and where nobody"
                        + " has a mailbox: it has to be one of your mail server.");
            }
        }
    }
}
