// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who starts a repository and who stops it, and how often. */
class RepositoryLifecycleTest {

    @TempDir
    private Path folder;
    private Program program;

    @BeforeEach
    void prepare() throws IOException {
        program = new Program(folder);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void sharedIsStartedOnceAndOutlivesItsRoutes() throws Exception {
        Counting counting = new Counting();
        program.main.bind("seen", counting);
        program.main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                Stream.of("one", "two").forEach(name ->
                        from("twilio-conversations:events/onMessageAdded?idempotentRepository=#seen").routeId(name).to("mock:" + name));
            }
        });
        program.main.start();
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        program.tell(event);
        for (String name : List.of("one", "two")) {
            program.main.getCamelContext().getRouteController().stopRoute(name);
        }
        program.main.getCamelContext().getRouteController().startRoute("one");
        program.tell(event);

        assertThat(program.main.getCamelContext().getEndpoint("mock:one", MockEndpoint.class).getReceivedCounter()).isEqualTo(1);
        program.main.stop();
        assertThat(counting.starts).isEqualTo(1);
        assertThat(counting.stops).isEqualTo(1);
    }

    @Test
    void startedBySomebodyElseIsLeftToThem() throws Exception {
        Counting counting = new Counting();
        counting.start();
        program.main.bind("seen", counting);
        program.yaml(Program.route("idempotentRepository: '#seen'"));
        program.main.start();
        program.main.stop();
        assertThat(counting.starts).isEqualTo(1);
        assertThat(counting.stops).isZero();
    }

    @Test
    void thatCannotStartNamesItsOptionAndStartsWithItsRouteOnceItCan() throws Exception {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:tcp://localhost:1/none");
        JdbcMessageIdRepository repository = new JdbcMessageIdRepository(nowhere, "webhooks");
        program.main.bind("seen", repository);
        program.main.addInitialProperty("camel.main.autoStartup", "false");
        program.yaml(Program.route("idempotentRepository: '#seen'"));
        program.main.start();

        assertThatThrownBy(() -> program.main.getCamelContext().getRouteController().startRoute("route"))
                .hasStackTraceContaining("idempotentRepository cannot be started: is what the JdbcMessageIdRepository needs there");
        nowhere.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        program.main.getCamelContext().getRouteController().startRoute("route");
        assertThat(program.tell(Webhooks.event("onMessageAdded"))).isEqualTo(200);
    }

    /** That another node made the table meanwhile looks like this: it was not there before, and it cannot be made. */
    @Test
    void whoseTableAnotherNodeMakesAtTheSameMomentStarts() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcMessageIdRepository repository = new JdbcMessageIdRepository(database, "webhooks");
        repository.setCreateString(repository.getCreateString() + ";" + repository.getCreateString());
        program.main.bind("seen", repository);
        program.yaml(Program.route("idempotentRepository: '#seen'"));

        program.main.start();

        assertThat(program.tell(Webhooks.event("onMessageAdded"))).isEqualTo(200);
    }

    /** A memory that counts how often it is started and stopped. */
    private static final class Counting extends MemoryIdempotentRepository implements IdempotentRepository {
        private int starts;
        private int stops;

        private Counting() {
            setCacheSize(10);
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            starts++;
        }

        @Override
        protected void doStop() throws Exception {
            super.doStop();
            stops++;
        }
    }
}
