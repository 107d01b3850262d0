// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.RuntimeCamelException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class JdbcStateRepositoryTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final JdbcStateRepository states = new JdbcStateRepository(database, "one");

    JdbcStateRepositoryTest() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @Test
    void keepsTheLastValueOfAKeyForWhoeverLooksNext() {
        states.start();
        assertThat(states.getState("a")).isNull();
        states.setState("a", "1");
        states.setState("a", "2");
        states.stop();

        JdbcStateRepository next = new JdbcStateRepository(database, "one");
        next.start();
        assertThat(next.getState("a")).isEqualTo("2");
    }

    @Test
    void repositoriesOfOtherNamesDoNotMeet() {
        JdbcStateRepository other = new JdbcStateRepository(database, "other");
        states.start();
        other.start();
        states.setState("a", "1");
        assertThat(other.getState("a")).isNull();
    }

    @Test
    void manyMayWriteOneKeyAtOnce() {
        states.start();
        IntStream.range(0, 200).parallel().forEach(i -> states.setState("key " + i % 3, "value"));
        assertThat(states.getState("key 2")).isEqualTo("value");
    }

    @Test
    void aConnectionThatDoesNotCommitByItselfIsTold() {
        DataSource careful = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Connection connection = database.getConnection();
                    connection.setAutoCommit(false);
                    return connection;
                });
        JdbcStateRepository repository = new JdbcStateRepository(careful, "one");
        repository.start();
        repository.setState("a", "1");
        states.start();
        assertThat(states.getState("a")).isEqualTo("1");
    }

    @Test
    void aDatabaseThatIsAwayIsNamedWithoutItsAddress() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:tcp://localhost:1/none");
        JdbcStateRepository repository = new JdbcStateRepository(nowhere, "one");
        assertThatThrownBy(repository::start).isInstanceOf(RuntimeCamelException.class)
                .hasMessage("The table CAMEL_STATES cannot be used").hasCauseInstanceOf(SQLException.class);
    }
}
