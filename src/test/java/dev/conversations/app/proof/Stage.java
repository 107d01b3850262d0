// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import dev.conversations.app.Main;
import dev.conversations.app.mail.arrival.Dovecot;
import dev.conversations.app.start.Services;
import dev.conversations.testing.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** All that takes part, each a process: Twilio, a mail server, a broker, and the bridge between them. */
final class Stage implements AutoCloseable {
    final int twilio = FreePort.next();
    final int smtp = FreePort.next();
    final int imap;
    final int queues = FreePort.next();
    private final Path cursors;
    private final Services running = new Services();
    private final Player broker;
    private final Player bridge;

    /** @param directory where they work */
    Stage(Path directory, int hopeless) throws Exception {
        running.started(new Player(directory.resolve("twilio"), Map.of(), Telephones.class, String.valueOf(twilio), String.valueOf(hopeless)));
        boolean dovecot = Dovecot.isWanted();
        imap = dovecot ? running.started(Dovecot.start(PostOffice.PASSWORD)).port() : FreePort.next();
        running.started(new Player(directory.resolve("mail"), Map.of(), PostOffice.class, String.valueOf(smtp), String.valueOf(imap),
                String.valueOf(dovecot)));
        broker = running.started(new Player(directory.resolve("broker"), Map.of(), Broker.class, String.valueOf(queues), "data"));
        int http = FreePort.next();
        Path home = Files.createDirectories(directory.resolve("bridge"));
        cursors = home.resolve("data/broker/cursors");
        Files.writeString(home.resolve("application.properties"), """
                bridge.routes = %s
                bridge.http.port = %d
                bridge.public-url = http://localhost:%2$d
                bridge.twilio.account-sid = %s
                bridge.twilio.auth-token = %s
                bridge.twilio.base-uri = http://localhost:%d
                bridge.twilio.registration = account
                bridge.repair = true
                bridge.broker.url = tcp://localhost:%d
                bridge.smtp.host = localhost
                bridge.smtp.port = %d
                bridge.smtp.security = none
                bridge.smtp.username = bridge@shop.example
                bridge.smtp.password = password
                bridge.imap.host = localhost
                bridge.imap.port = %d
                bridge.imap.security = none
                bridge.imap.username = bridge@shop.example
                bridge.imap.password = password
                bridge.mail.bridge = bridge@shop.example
                bridge.mail.support = support@shop.example
                bridge.mail.dead-letters = dead-letters@shop.example
                bridge.mail.secret = some secret of the bridge
                bridge.retry-delay = 200
                bridge.retries = 30
                camel.component.twilio-conversations.repair-delay = 5s
                """.formatted(Path.of("routes").toAbsolutePath(), http, Telephones.ACCOUNT, Telephones.TOKEN, twilio, queues, smtp, imap));
        bridge = running.started(new Player(home, Map.of(), Main.class));
    }

    /** Whether the bridge has begun to look for what no webhook tells of. */
    boolean isBridgeAtWork() {
        return cursors.toFile().length() > 0;
    }

    void killBridge() {
        bridge.kill();
    }

    void killBroker() {
        broker.kill();
    }

    /** How often the bridge was started: once, and once after each end. */
    int startsOfBridge() {
        return bridge.starts();
    }

    @Override
    public void close() {
        running.close();
    }
}
