// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.Timing;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.delivery.Cable;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Services;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process at a time may use, whatever broker tells. */
abstract class SoleUseContract {
    private static final String THING = "thing";

    @TempDir
    private Path directory;

    private final Services running = new Services();
    private Cable cable;
    private Port port;
    private SoleUse first;
    private SoleUse second;

    abstract AutoCloseable broker(Path directory, Port port) throws Exception;

    /** Leads to the broker at that port. */
    abstract ConnectionFactory client(int port);

    @BeforeEach
    void start() throws Exception {
        port = Port.claim(RunningBridge.settings(Map.of()), "bridge.broker.port", "a broker");
        running.started(broker(directory, port));
        cable = running.started(new Cable());
        cable.lead(port.number());
        first = running.started(new SoleUse(client(cable.port()), THING, Timing.SYSTEM));
        second = running.started(new SoleUse(client(port.number()), THING, Timing.SYSTEM));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void itIsOneProcessAtATime() throws Exception {
        assertThat(first.isTaken()).isFalse();
        assertThat(first.isOurs()).isTrue();
        assertThat(second.isTaken()).isTrue();
        assertThat(second.isOurs()).isFalse();
        first.close();

        await().untilAsserted(() -> assertThat(second.isOurs()).isTrue());
        assertThat(first.isOurs()).isFalse();
    }

    @Test
    void itEndsWithTheConnectionHoweverThatEndsAndIsAskedForAgain() {
        assertThat(first.isOurs()).isTrue();
        cable.cut();

        await().untilAsserted(() -> assertThat(second.isOurs()).isTrue());
        cable.mend();
        assertThat(first.isOurs()).isFalse();
        second.close();
        await().untilAsserted(() -> assertThat(first.isOurs()).isTrue());
    }

    @Test
    void differentThingsAreEachForThemselves() {
        SoleUse other = running.started(new SoleUse(client(port.number()), "another thing", Timing.SYSTEM));

        assertThat(first.isOurs()).isTrue();
        assertThat(other.isOurs()).isTrue();
    }
}
