// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps cursors in a database, so that any node can go on where another got. The table {@code CAMEL_STATES} is made at start when there
 * is none; where the database needs other types, make it before: {@code repository} and {@code state_key}, texts that are the
 * primary key together, and {@code state_value}, a text of at least 4,000 characters.
 */
public final class JdbcStateRepository extends ServiceSupport implements StateRepository<String, String> {

    private static final String PROBE = "SELECT 1 FROM CAMEL_STATES WHERE 1 = 0";
    private static final String CREATE = "CREATE TABLE CAMEL_STATES (repository VARCHAR(100) NOT NULL, state_key VARCHAR(200) NOT NULL,"
            + " state_value VARCHAR(16000), PRIMARY KEY (repository, state_key))";
    private static final String SELECT = "SELECT state_value FROM CAMEL_STATES WHERE repository = ? AND state_key = ?";
    private static final String UPDATE = "UPDATE CAMEL_STATES SET state_value = ? WHERE repository = ? AND state_key = ?";
    private static final String INSERT = "INSERT INTO CAMEL_STATES (state_value, repository, state_key) VALUES (?, ?, ?)";

    private final DataSource database;
    private final String name;

    /** @param name tells the states of this repository from those of others in the table; at most 100 characters */
    public JdbcStateRepository(DataSource database, String name) {
        this.database = database;
        this.name = name;
    }

    /** What is done with a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public void setState(String key, String value) {
        done(connection -> {
            if (!change(connection, UPDATE, key, value)) {
                try {
                    change(connection, INSERT, key, value);
                } catch (SQLException madeMeanwhile) {
                    if (!change(connection, UPDATE, key, value)) {
                        throw madeMeanwhile;
                    }
                }
            }
            return null;
        });
    }

    @Override
    public String getState(String key) {
        return done(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setString(1, name);
                select.setString(2, key);
                try (ResultSet found = select.executeQuery()) {
                    return found.next() ? found.getString(1) : null;
                }
            }
        });
    }

    @Override
    protected void doStart() {
        if (!isThere()) {
            try {
                done(connection -> execute(connection, CREATE));
            } catch (RuntimeCamelException e) {
                if (!isThere()) {
                    throw e;
                }
            }
        }
    }

    private boolean isThere() {
        try (Connection connection = database.getConnection()) {
            execute(connection, PROBE);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return null;
        }
    }

    private boolean change(Connection connection, String sql, String key, String value) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setString(1, value);
            change.setString(2, name);
            change.setString(3, key);
            return change.executeUpdate() > 0;
        }
    }

    private <T> T done(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            T result = work.on(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        } catch (SQLException e) {
            throw new RuntimeCamelException("The table CAMEL_STATES cannot be used", e);
        }
    }
}
