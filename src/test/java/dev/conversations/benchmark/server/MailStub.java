// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark.server;

import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** A mail server that keeps no mail, and tells that one came. */
public final class MailStub implements AutoCloseable {

    private static final String HOST = "localhost";
    private static final String BRIDGE = "bridge@shop.example";
    private static final String SUPPORT = "support@shop.example";
    private static final String OWNER = "bridge";

    private final Semaphore mails = new Semaphore(0);
    private final GreenMail server;

    private MailStub(GreenMail server) {
        this.server = server;
    }

    public static MailStub start() {
        MailStub stub = new MailStub(new GreenMail(new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
        }));
        stub.server.setUser(BRIDGE, OWNER, OWNER);
        UserManager users = stub.server.getUserManager();
        users.setMessageDeliveryHandler((mail, to) -> {
            stub.mails.release();
            return null;
        });
        stub.server.start();
        return stub;
    }

    /** What a bridge has to be told to mail by this server. */
    public Map<String, String> settings() {
        return Map.ofEntries(Map.entry("MAIL_EMBEDDED", "false"), Map.entry("MAIL_SECRET", "0123456789abcdef0123456789abcdef"),
                Map.entry("SMTP_HOST", HOST), Map.entry("SMTP_PORT", String.valueOf(server.getSmtp().getPort())),
                Map.entry("SMTP_SECURITY", "none"), Map.entry("IMAP_HOST", HOST),
                Map.entry("IMAP_PORT", String.valueOf(server.getImap().getPort())), Map.entry("IMAP_SECURITY", "none"),
                Map.entry("IMAP_USERNAME", OWNER), Map.entry("IMAP_PASSWORD", OWNER), Map.entry("MAIL_BRIDGE", BRIDGE),
                Map.entry("MAIL_SUPPORT", SUPPORT), Map.entry("MAIL_DEAD_LETTERS", "lost@shop.example"));
    }

    /** Where a route sends its mails. */
    public String uri() {
        return "smtp://" + HOST + ":" + server.getSmtp().getPort() + "?from=" + BRIDGE + "&to=" + SUPPORT;
    }

    /** What ends when a mail has come. */
    public Callable<?> after(Callable<?> call) {
        return () -> {
            call.call();
            mails.acquire();
            return null;
        };
    }

    @Override
    public void close() {
        server.stop();
    }
}
