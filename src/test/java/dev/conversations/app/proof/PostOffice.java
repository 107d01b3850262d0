// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;

/** A mail server, as a program. */
final class PostOffice {
    static final String BRIDGE = "bridge@shop.example";
    static final String SUPPORT = "support@shop.example";
    static final String DEAD_LETTERS = "dead-letters@shop.example";
    static final String PASSWORD = "password";
    private static final String HERE = "127.0.0.1";

    private PostOffice() {}

    /** @param arguments the ports of SMTP and IMAP */
    public static void main(String[] arguments) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(Integer.parseInt(arguments[0]), HERE, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(Integer.parseInt(arguments[1]), HERE, ServerSetup.PROTOCOL_IMAP)});
        List.of(BRIDGE, SUPPORT, DEAD_LETTERS).forEach(address -> server.setUser(address, address, PASSWORD));
        UserManager users = server.getUserManager();
        MessageDeliveryHandler usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, to) -> usual.handle(mail, to.getEmail().matches("bridge[+].*") ? new MailAddress(BRIDGE) : to));
        server.start();
        Thread.currentThread().join();
    }
}
