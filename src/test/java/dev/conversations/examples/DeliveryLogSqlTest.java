// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Disturbance;
import dev.conversations.sandbox.Phone;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryLogSqlTest {
    private Play play;
    private String database;

    @BeforeEach
    void start(@TempDir Path data) {
        database = "jdbc:h2:file:" + data + "/database;DB_CLOSE_DELAY=-1;WRITE_DELAY=0";
        play = Play.start("delivery-log-sql", data, Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        play.close();
        try (var connection = DriverManager.getConnection(database, "sa", "")) {
            connection.createStatement().execute("SHUTDOWN");
        }
    }

    @Test
    void whateverBecomesOfAMessageIsARowEvenWhenToldTwiceAndAfterARestart() throws Exception {
        play.sandbox().disturb(Disturbance.NONE.withCopies(2));
        Phone phone = play.phone("whatsapp:+15551230001");
        String conversation = phone.send("whatsapp:" + Play.SHOP, "Hello").conversationSid();
        say(conversation, "Yes?");
        await().ignoreExceptions().untilAsserted(() -> assertThat(rows()).contains("delivered null NEEDLESS"));
        play.stop();
        play.start();
        phone.failing(63016);
        say(conversation, "Still there?");

        await().ignoreExceptions().untilAsserted(() -> assertThat(rows()).contains("undelivered 63016 CHANGED"));
        assertThat(rows().stream().filter(row -> row.startsWith("delivered"))).hasSize(1);
    }

    @Test
    void aRowThatCannotBeWrittenIsNotAcknowledged() throws Exception {
        String conversation = play.phone("+15551230001").send(Play.SHOP, "Hello").conversationSid();
        say(conversation, "Yes?");
        await().ignoreExceptions().untilAsserted(() -> assertThat(rows()).contains("delivered null NEEDLESS"));
        try (var connection = DriverManager.getConnection(database, "sa", "")) {
            connection.createStatement().execute("ALTER TABLE deliveries DROP COLUMN meaning");
        }
        say(conversation, "Still there?");

        await().untilAsserted(() -> assertThat(play.sandbox().webhooks())
                .anyMatch(it -> it.event().equals("onDeliveryUpdated") && it.status() == 500));
    }

    private void say(String conversation, String text) {
        play.call("messages/create", Map.of("conversationSid", conversation, "author", "shop", "body", text), Object.class);
    }

    private List<String> rows() throws Exception {
        try (var connection = DriverManager.getConnection(database, "sa", "");
                ResultSet rows = connection.createStatement()
                        .executeQuery("SELECT status, error_code, retry FROM deliveries ORDER BY told_at")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
            return found;
        }
    }
}
