// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.quote.OutOfOffice;
import dev.conversations.app.mail.server.BridgeAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A mail that no person wrote: of this bridge itself, an out-of-office note, a report of failed delivery, a newsletter.
 * It is neither passed on nor answered by mail, or two machines would write to each other for ever.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3834">RFC 3834</a>
 */
final class AutomaticMail extends Undeliverable {
    private static final long serialVersionUID = 1;

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "auto_reply");
    private static final List<String> ANSWERED_BY_A_MACHINE = List.of("X-Autoreply", "X-Autorespond",
            "X-Autoresponder", "X-Autoreply-From", "X-Mail-Autoreply");
    private static final List<String> OF_A_LIST = List.of("List-Id", "List-Unsubscribe");
    private static final List<String> REPORTS = List.of("multipart/report", "message/delivery-status",
            "message/disposition-notification");

    private AutomaticMail(String reason) {
        super(reason);
    }

    /**
     * @param bridge where the bridge's own mails come from
     * @param marks tell which mail a report is about
     * @throws AutomaticMail when the mail bears a sign of it
     */
    static void refuse(Message mail, BridgeAddress bridge, ThreadMarks marks) throws MessagingException, AutomaticMail {
        Optional<String> report = DeliveryReport.of(mail, marks);
        if (report.isPresent()) {
            throw new AutomaticMail(report.get());
        }
        if (!header(mail, "Auto-Submitted").matches("(?s)(no\\b.*)?")) {
            throw written("it is marked as Auto-Submitted");
        }
        if (PRECEDENCES.contains(header(mail, "Precedence"))) {
            throw written("it is marked by its Precedence");
        }
        if (header(mail, "Return-Path").equals("<>") || has(mail, "X-Failed-Recipients") || isReport(mail)
                || sender(mail).startsWith("mailer-daemon@")) {
            throw written("it reports on another mail");
        }
        if (isAnsweredByMachine(mail)) {
            throw written("it is marked as an automatic answer");
        }
        if (mail.getSubject() != null && OutOfOffice.isSubject(mail.getSubject(), SentMail.SUBJECT)) {
            throw written("its subject is that of an out-of-office note");
        }
        if (bridge.address().equalsIgnoreCase(sender(mail))) {
            throw written("it is from this bridge itself");
        }
    }

    /**
     * For a mail that answers none of ours.
     *
     * @throws AutomaticMail when it came through a mailing list
     */
    static void refuseOfList(Message mail) throws MessagingException, AutomaticMail {
        for (String name : OF_A_LIST) {
            if (has(mail, name)) {
                throw ofList();
            }
        }
        if (header(mail, "Precedence").equals("list")) {
            throw ofList();
        }
    }

    private static AutomaticMail ofList() {
        return written("it came through a mailing list and answers no mail of ours");
    }

    private static AutomaticMail written(String sign) {
        return new AutomaticMail("No person wrote the mail: " + sign + ".");
    }

    private static boolean isReport(Message mail) throws MessagingException {
        for (String type : REPORTS) {
            if (mail.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnsweredByMachine(Message mail) throws MessagingException {
        for (String name : ANSWERED_BY_A_MACHINE) {
            if (has(mail, name) && !header(mail, name).equals("no")) {
                return true;
            }
        }
        return false;
    }

    /** The address in From, as far as it can be read; empty when it cannot. */
    private static String sender(Message mail) throws MessagingException {
        try {
            InternetAddress[] from = InternetAddress.parseHeader(header(mail, "From"), false);
            return from.length == 0 || from[0].getAddress() == null ? "" : from[0].getAddress();
        } catch (AddressException e) {
            return "";
        }
    }

    private static boolean has(Message mail, String name) throws MessagingException {
        return mail.getHeader(name) != null;
    }

    private static String header(Message mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : values[0].strip().toLowerCase(Locale.ROOT);
    }
}
