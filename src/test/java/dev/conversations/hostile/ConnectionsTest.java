// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.conversations.app.RunningBridge;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many connections strangers open and however slowly they send, others are served. */
class ConnectionsTest {
    private static final int FLOOD = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static RunningBridge bridge;

    private final List<Stranger> strangers = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of());
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @AfterEach
    void leave() throws Exception {
        for (Stranger stranger : strangers) {
            stranger.close();
        }
    }

    static Stream<Target> targets() {
        return Target.of(bridge);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void idleConnections(Target target) throws Exception {
        for (int i = 0; i < flood(); i++) {
            strangers.add(target.stranger());
        }

        assertThat(target.serve()).isEqualTo(200);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(closed()).isGreaterThanOrEqualTo(strangers.size() - 250));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void headsThatStop(Target target) throws Exception {
        for (int i = 0; i < 600; i++) {
            strangers.add(target.stranger().send(target.head("POST", "Host: localhost")));
        }

        assertThat(target.serve()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void bodiesThatStop(Target target) throws Exception {
        for (int i = 0; i < 600; i++) {
            strangers.add(target.stranger().send(target.head("POST", "Host: localhost",
                    "Content-Type: application/x-www-form-urlencoded", "Content-Length: 10", "") + "a="));
        }

        assertThat(target.serve()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void manyRequestsInOneBreath(Target target) throws Exception {
        String request = target.head("POST", "Host: localhost", "Content-Type: text/plain", "Content-Length: 3", "") + "a=b";
        Stranger stranger = target.stranger().send(request.repeat(200));
        strangers.add(stranger);

        assertThat(target.serve()).isEqualTo(200);
        assertThat(stranger.send(target.head("POST", "Host: localhost", "Connection: close", "Content-Length: 0", "")).read(PATIENCE))
                .hasSize(202).allSatisfy(status -> assertThat(status).isIn(0, 401, 403, 415)).endsWith(0);
    }

    @Test
    void connectionsThatBringNothingAndHeadsThatDripComeToAnEnd() throws Exception {
        List<Stranger> dripping = new ArrayList<>();
        for (Target target : Target.of(bridge).toList()) {
            strangers.add(target.stranger());
            dripping.add(target.stranger().send(target.head("POST", "Host: localhost")));
        }
        strangers.addAll(dripping);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            for (Stranger stranger : dripping) {
                if (!stranger.isClosed()) {
                    stranger.send("X");
                }
            }
            assertThat(closed()).isEqualTo(strangers.size());
        });
    }

    private int closed() throws Exception {
        int closed = 0;
        for (Stranger stranger : strangers) {
            closed += stranger.isClosed() ? 1 : 0;
        }
        return closed;
    }

    /** As many as fit into the files that this process may open; both ends of each are in it, if only for a while. */
    private static int flood() {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long left = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount();
        return (int) Math.min(FLOOD, left * 2 / 3);
    }
}
