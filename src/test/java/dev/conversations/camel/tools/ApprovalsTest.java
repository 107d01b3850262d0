// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ApprovalsTest {

    private static final Tool TOOL = Tool.all().get(0);

    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final Approvals approvals = new Approvals(() -> now, () -> "a" + ids.incrementAndGet());

    @Test
    void whatWaitedForTooLongRunsNoMore() {
        Approval approval = ask();
        now = now.plus(Approvals.PATIENCE);
        assertThat(approvals.find(approval.id())).get().matches(Approval::waits);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(approvals.find(approval.id())).get().matches(late -> late.told().get("state").equals("EXPIRED"));
        assertThat(run(approval)).isFalse();
        assertThat(runs).hasValue(0);
    }

    @Test
    void noMoreWaitThanAPersonCanRead() {
        for (int i = 0; i < 100; i++) {
            ask();
        }
        assertThat(approvals.ask(TOOL, Map.of())).isEmpty();
        assertThat(approvals.list().get(0).refuse()).isTrue();
        assertThat(approvals.ask(TOOL, Map.of())).isPresent();
    }

    @Test
    void whatWasAnsweredLongAgoIsForgottenAndWhatWaitsIsNot() {
        Approval waiting = ask();
        for (int i = 0; i < 1500; i++) {
            run(ask());
        }
        assertThat(approvals.list()).hasSize(1000).contains(waiting);
        assertThat(approvals.find("a2")).isEmpty();
        assertThat(runs).hasValue(1500);
    }

    private Approval ask() {
        return approvals.ask(TOOL, Map.of()).orElseThrow();
    }

    private boolean run(Approval approval) {
        return approval.run(() -> Map.of("run", runs.incrementAndGet()));
    }
}
