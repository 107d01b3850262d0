// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import dev.conversations.app.start.Port;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.component.mail.DefaultAuthenticator;
import org.apache.camel.component.mail.MailAuthenticator;

/**
 * A mail server as the routes use it.
 *
 * @param protocol {@code smtp} or {@code imap}
 * @param port its TCP port
 * @param security {@code tls} from the first byte, {@code starttls} before the password, or {@code none}
 * @param login what the routes log in with, whatever characters a password has
 */
record MailServer(String protocol, String host, int port, String security, MailAuthenticator login) {
    private static final String NONE = "none";

    /**
     * The server in the settings; encrypted unless they say otherwise.
     *
     * @param tokens to log in with where there is no password
     */
    static MailServer of(Settings settings, String protocol, Optional<MailTokens> tokens) {
        String name = "bridge." + protocol;
        String security = settings.has(name + ".security") ? settings.get(name + ".security") : "tls";
        int usual = usualPort(protocol, security);
        if (usual == 0) {
            throw new StartFailure(
                    Settings.both(name + ".security") + " is '" + security + "': it can be tls, starttls or none.");
        }
        int port = settings.has(name + ".port") ? settings.port(name + ".port") : usual;
        return new MailServer(protocol, settings.get(name + ".host"), port, security, login(settings, name, tokens));
    }

    /** The embedded server, as the owner of this mailbox. */
    static MailServer embedded(String protocol, Port port, String address) {
        String login = EmbeddedMail.login(address);
        return new MailServer(protocol, "localhost", port.number(), NONE, new DefaultAuthenticator(login, login));
    }

    /** What the routes refer to. */
    Map<String, String> properties() {
        String name = "bridge." + protocol;
        Map<String, String> properties = new TreeMap<>(Map.of(
                name + ".host", host,
                name + ".port", String.valueOf(port),
                name + ".tls", String.valueOf(security.equals("tls")),
                name + ".starttls", String.valueOf(security.equals("starttls"))));
        if (takesTokens()) {
            properties.put(name + ".mechanisms", OauthLogin.MECHANISM);
        }
        return properties;
    }

    /** Whether it is opened with tokens, not with a password. */
    boolean takesTokens() {
        return login instanceof OauthLogin;
    }

    private static MailAuthenticator login(Settings settings, String name, Optional<MailTokens> tokens) {
        String username = settings.get(name + ".username");
        boolean known = settings.has(name + ".password");
        if (username.isEmpty() ? known || name.endsWith("imap") : !known && tokens.isEmpty()) {
            throw new StartFailure(Settings.both(name + ".host") + " needs " + Settings.both(name + ".username")
                    + " and " + Settings.both(name + ".password") + ", or an OAuth client in place of the password: "
                    + Settings.both(OauthClient.CLIENT_ID) + ".");
        }
        if (username.isEmpty()) {
            return new DefaultAuthenticator(null, null);
        }
        return known
                ? new DefaultAuthenticator(username, settings.get(name + ".password"))
                : new OauthLogin(username, tokens.orElseThrow());
    }

    private static int usualPort(String protocol, String security) {
        boolean smtp = protocol.equals("smtp");
        return switch (security) {
            case "tls" -> smtp ? 465 : 993;
            case "starttls" -> smtp ? 587 : 143;
            case NONE -> smtp ? 25 : 143;
            default -> 0;
        };
    }
}
