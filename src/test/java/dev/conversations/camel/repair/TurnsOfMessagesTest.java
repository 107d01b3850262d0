// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Pages;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A message that ends badly ends all the same, and nobody is asked about one whose turn it plainly is. */
class TurnsOfMessagesTest {

    private final Known known = new Known();
    private final List<Long> worked = new ArrayList<>();
    private final Sequence sequence = new Sequence(known, event -> true, Runnable::run, 2);

    @Test
    void whatBreaksIsLeftToTheLooksAndLetsOthersIn() {
        for (int times = 0; times < 5; times++) {
            assertThat(sequence.after(message(0), () -> {
                throw new IllegalStateException("broken");
            })).isCompletedWithValueMatching(Boolean.FALSE::equals);
        }

        assertThat(tell(0)).isCompletedWithValueMatching(Boolean.TRUE::equals);
        assertThat(worked).containsExactly(0L);
    }

    @Test
    void whatNobodyRunsAnyMoreEndsAsNotFinished() {
        Sequence closed = new Sequence(known, event -> true, task -> {
            throw new RejectedExecutionException("closed");
        }, 2);

        assertThat(closed.after(message(0), () -> CompletableFuture.completedFuture(true)))
                .isCompletedWithValueMatching(Boolean.FALSE::equals);
    }

    @Test
    void whoseTurnItIsNeedsNoLookAtHowFarTheLooksGot() {
        tell(0);
        int asked = known.asked;
        tell(1);
        tell(2);

        assertThat(worked).containsExactly(0L, 1L, 2L);
        assertThat(known.asked).isEqualTo(asked);
    }

    private CompletableFuture<?> tell(long index) {
        return sequence.after(message(index), () -> {
            worked.add(index);
            return CompletableFuture.completedFuture(true);
        });
    }

    private static WebhookEvent message(long index) {
        return WebhookEvent.of(Map.of("EventType", "onMessageAdded", "ConversationSid", "CH1", "Index", index));
    }

    /** A conversation of which the looks know nothing. */
    private static final class Known implements Sequence.Source {

        private int asked;

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Optional<Pages> newest(WebhookEvent event, int pageSize) {
            return Optional.empty();
        }

        @Override
        public Long settled(String conversation) {
            asked++;
            return null;
        }

        @Override
        public boolean isOld(Object message) {
            return false;
        }

        @Override
        public void lookInto(WebhookEvent event) {}

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void pause(Duration length) {}
    }
}
