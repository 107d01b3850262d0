// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Phone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptOutTest {
    @TempDir
    private Path data;
    private Play play;
    private String database;

    @BeforeEach
    void start() {
        database = "jdbc:h2:mem:" + data.getFileName() + ";DB_CLOSE_DELAY=-1";
        play = Play.start("opt-out", data, Map.of("database.url", database, "announcements.delay", "50"));
    }

    @AfterEach
    void stop() {
        play.close();
    }

    @Test
    void whoWroteStopIsNotWrittenToAndWhoWroteStartIsAgain() throws Exception {
        Phone stays = play.phone("+15551230001");
        Phone leaves = play.phone("+15551230002");
        Phone returns = play.phone("whatsapp:+15551230003");
        stays.send(Play.SHOP, "Please do not stop!");
        leaves.send(Play.SHOP, " sToP.\n");
        returns.send("whatsapp:" + Play.SHOP, "Unsubscribe");
        play.sandbox().advance(Duration.ofSeconds(2));
        returns.send("whatsapp:" + Play.SHOP, "START");
        await().until(() -> count("NOT opted_out") == 2 && count("opted_out") == 1);

        announce("hours", "We open at 10. Grüße ${exception}");

        await().until(() -> stays.received().size() == 1 && returns.received().size() == 1);
        assertThat(stays.received().get(0).body()).isEqualTo("We open at 10. Grüße ${exception}");
        await().until(() -> Files.exists(data.resolve("announcements/.camel/hours.txt")));
        assertThat(leaves.received()).isEmpty();
    }

    @Test
    void whatFailsHalfWayIsWrittenToNobodyTwice() throws Exception {
        Phone first = play.phone("+15551230001");
        Phone gone = play.phone("+15551230002");
        Phone last = play.phone("+15551230003");
        first.send(Play.SHOP, "Hello");
        String closed = gone.send(Play.SHOP, "Hello").conversationSid();
        last.send(Play.SHOP, "Hello");
        await().until(() -> count("NOT opted_out") == 3);
        play.call("conversations/delete", Map.of("sid", closed), Object.class);
        announce("sale", "Sale");
        await().until(() -> Files.exists(data.resolve("announcements/.camel/sale.txt")));
        Files.delete(data.resolve("announcements/.camel/sale.txt"));
        announce("sale", "Sale");
        await().until(() -> Files.exists(data.resolve("announcements/.camel/sale.txt")));

        assertThat(first.received()).hasSize(1);
        assertThat(last.received()).hasSize(1);
    }

    @Test
    void whomTwilioKnowsAsOptedOutIsNotWrittenToAgain() throws Exception {
        Phone phone = play.phone("+15551230001");
        phone.send(Play.SHOP, "Hello");
        await().until(() -> count("NOT opted_out") == 1);
        phone.failing(21610);
        announce("one", "One");

        await().until(() -> count("opted_out") == 1);
    }

    @Test
    void anOlderStartDoesNotOverruleAStop() throws Exception {
        play.phone("+15551230001").send(Play.SHOP, "STOP");
        await().until(() -> count("opted_out") == 1);
        try (var connection = DriverManager.getConnection(database, "sa", ""); var change = connection.createStatement()) {
            change.execute("UPDATE people SET as_of = TIMESTAMP WITH TIME ZONE '2999-01-01 00:00:00Z'");
        }
        play.phone("+15551230001").send(Play.SHOP, "START");
        play.phone("+15551230002").send(Play.SHOP, "STOP");

        await().until(() -> count("opted_out") == 2);
    }

    private void announce(String name, String text) throws Exception {
        Path directory = Files.createDirectories(data.resolve("announcements"));
        Path made = Files.writeString(directory.resolve(name + ".tmp"), text);
        Files.move(made, directory.resolve(name + ".txt"));
    }

    private int count(String condition) throws Exception {
        try (var connection = DriverManager.getConnection(database, "sa", "");
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM people WHERE " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
