// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.webhook.WebhookEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;

/** A database that outlives the programs that write into it which messages they have worked on. */
final class Worked implements AutoCloseable {

    private final String name = UUID.randomUUID().toString();
    private final Server server;
    private final JdbcConnectionPool database;

    /** One message as it was worked on. */
    record Row(String message, String conversation, long index, boolean repaired) {}

    Worked() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        database = JdbcConnectionPool.create(url(), "sa", "");
        execute("CREATE TABLE WORKED (number BIGINT GENERATED ALWAYS AS IDENTITY, message VARCHAR(40), conversation VARCHAR(40),"
                + " place BIGINT, repaired BOOLEAN)");
    }

    String url() {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    static void write(DataSource database, WebhookEvent event) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO WORKED (message, conversation, place, repaired) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, event.messageSid());
            insert.setString(2, event.conversationSid());
            insert.setLong(3, event.index());
            insert.setBoolean(4, event.repaired());
            insert.executeUpdate();
        }
    }

    /** All that was worked on, in order. */
    List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement select = connection.createStatement(); ResultSet found =
                select.executeQuery("SELECT message, conversation, place, repaired FROM WORKED ORDER BY number")) {
            while (found.next()) {
                rows.add(new Row(found.getString(1), found.getString(2), found.getLong(3), found.getBoolean(4)));
            }
        }
        return rows;
    }

    /** How many events the repository of the claims knows as done. */
    int done() throws SQLException {
        try (Connection connection = database.getConnection(); Statement select = connection.createStatement(); ResultSet found =
                select.executeQuery("SELECT COUNT(*) FROM CAMEL_MESSAGEPROCESSED WHERE messageId LIKE '% done'")) {
            found.next();
            return found.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        database.dispose();
        server.stop();
    }
}
