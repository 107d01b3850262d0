// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mail server, as a program; where there is a Dovecot, that one keeps the mailboxes. */
final class PostOffice {
    static final String BRIDGE = "bridge@shop.example";
    static final String SUPPORT = "support@shop.example";
    static final String DEAD_LETTERS = "dead-letters@shop.example";
    static final String PASSWORD = "password";
    private static final String HERE = "127.0.0.1";

    private PostOffice() {}

    /** @param arguments the ports of SMTP and IMAP, and whether a Dovecot is behind the latter */
    public static void main(String[] arguments) throws Exception {
        int imap = Integer.parseInt(arguments[1]);
        boolean dovecot = Boolean.parseBoolean(arguments[2]);
        ServerSetup incoming = new ServerSetup(Integer.parseInt(arguments[0]), HERE, ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(dovecot
                ? new ServerSetup[] {incoming}
                : new ServerSetup[] {incoming, new ServerSetup(imap, HERE, ServerSetup.PROTOCOL_IMAP)});
        Map<String, GreenMailUser> users = new HashMap<>();
        for (String address : List.of(BRIDGE, SUPPORT, DEAD_LETTERS)) {
            GreenMailUser user = server.setUser(address, address, PASSWORD);
            users.put(address, dovecot ? new ImapUser(imap, address, PASSWORD) : user);
        }
        server.getUserManager().setMessageDeliveryHandler((mail, to) -> users.get(to.getEmail().replaceAll("[+].*@", "@")));
        server.start();
        Thread.currentThread().join();
    }
}
