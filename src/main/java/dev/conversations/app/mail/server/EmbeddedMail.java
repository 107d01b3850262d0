// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.conversations.app.start.Port;
import java.util.List;

/**
 * A mail server in this process, SMTP and IMAP: reachable from this machine only, in memory. The owner of a mailbox
 * logs in with what stands before the {@code @} of its address, as name and as password.
 */
public final class EmbeddedMail implements AutoCloseable {
    private static final String HERE = "127.0.0.1";

    private final GreenMail server;

    private EmbeddedMail(GreenMail server) {
        this.server = server;
    }

    /**
     * Starts it with a mailbox for each address.
     *
     * @param bridge also gets what is addressed to it with a detail
     */
    static EmbeddedMail start(Port smtp, Port imap, BridgeAddress bridge, List<String> addresses) {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtp.number(), HERE, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap.number(), HERE, ServerSetup.PROTOCOL_IMAP)
        });
        addresses.forEach(address -> server.setUser(address, login(address), login(address)));
        UserManager users = server.getUserManager();
        MessageDeliveryHandler usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, to) ->
                usual.handle(mail, users.getUserByEmail(to.getEmail()) == null && bridge.isOwn(to.getEmail())
                        ? new MailAddress(bridge.address())
                        : to));
        server.start();
        return new EmbeddedMail(server);
    }

    /** The name and password of a mailbox. */
    public static String login(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    @Override
    public void close() {
        server.stop();
    }
}
