package dev.conversations.app.mail;

import dev.conversations.app.delivery.Undeliverable;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Set;

/**
 * A mail that no person wrote: of this bridge itself, an out-of-office note, a report of failed delivery, a newsletter.
 * It is neither passed on nor answered by mail, or two machines would write to each other for ever.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3834">RFC 3834</a>
 */
final class AutomaticMail extends Undeliverable {
    private static final long serialVersionUID = 1;
    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");

    private AutomaticMail(String sign) {
        super("No person wrote the mail: " + sign + ".");
    }

    /** @throws AutomaticMail when the mail bears a sign of it */
    static void refuse(Message mail, String bridge) throws MessagingException, AutomaticMail {
        if (!header(mail, "Auto-Submitted").matches("(no\\b.*)?")) {
            throw new AutomaticMail("it is marked as Auto-Submitted");
        }
        if (PRECEDENCES.contains(header(mail, "Precedence"))) {
            throw new AutomaticMail("it is marked by its Precedence");
        }
        if (header(mail, "Return-Path").equals("<>") || mail.isMimeType("multipart/report")) {
            throw new AutomaticMail("it reports on another mail");
        }
        Address[] from = mail.getFrom();
        if (from != null && from.length > 0 && from[0] instanceof InternetAddress address
                && bridge.equalsIgnoreCase(address.getAddress())) {
            throw new AutomaticMail("it is from this bridge itself");
        }
    }

    private static String header(Message mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : values[0].strip().toLowerCase(Locale.ROOT);
    }
}
