package dev.conversations.app.mail.server;

import dev.conversations.app.start.Port;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.util.Map;
import org.apache.camel.component.mail.DefaultAuthenticator;
import org.apache.camel.component.mail.MailAuthenticator;

/**
 * A mail server as the routes use it.
 *
 * @param protocol {@code smtp} or {@code imap}
 * @param port its TCP port
 * @param security {@code tls} from the first byte, {@code starttls} before the password, or {@code none}
 * @param username empty to send without logging in
 */
record MailServer(String protocol, String host, int port, String security, String username, String password) {
    private static final String NONE = "none";

    /** The server in the settings; encrypted unless they say otherwise. */
    static MailServer of(Settings settings, String protocol) {
        String name = "bridge." + protocol;
        String security = settings.has(name + ".security") ? settings.get(name + ".security") : "tls";
        int usual = usualPort(protocol, security);
        if (usual == 0) {
            throw new StartFailure(
                    Settings.both(name + ".security") + " is '" + security + "': it can be tls, starttls or none.");
        }
        String username = settings.get(name + ".username");
        if (username.isEmpty() != !settings.has(name + ".password") || protocol.equals("imap") && username.isEmpty()) {
            throw new StartFailure(Settings.both(name + ".host") + " needs " + Settings.both(name + ".username")
                    + " and " + Settings.both(name + ".password") + ".");
        }
        int port = settings.has(name + ".port") ? settings.port(name + ".port") : usual;
        String password = settings.get(name + ".password");
        return new MailServer(protocol, settings.get(name + ".host"), port, security, username, password);
    }

    /** The embedded server, as the owner of this mailbox. */
    static MailServer embedded(String protocol, Port port, String address) {
        String login = EmbeddedMail.login(address);
        return new MailServer(protocol, "localhost", port.number(), NONE, login, login);
    }

    /** What the routes refer to. */
    Map<String, String> properties() {
        String name = "bridge." + protocol;
        return Map.of(
                name + ".host", host,
                name + ".port", String.valueOf(port),
                name + ".tls", String.valueOf(security.equals("tls")),
                name + ".starttls", String.valueOf(security.equals("starttls")));
    }

    /** What the routes log in with, whatever characters a password has. */
    MailAuthenticator login() {
        return username.isEmpty() ? new DefaultAuthenticator(null, null) : new DefaultAuthenticator(username, password);
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
