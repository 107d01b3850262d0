// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import dev.conversations.app.mail.arrival.ArrivedMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/** Reads mails. One that takes long to come is read to its end beside the others, while there is room for it. */
final class Readers {

    /** How many are read beside others at most. */
    private static final int BESIDE = 4;
    /** So many threads it takes: one for the mail that all wait for. */
    static final int THREADS = BESIDE + 1;
    /** How long others wait behind a mail that is being read. */
    private static final long OTHERS_WAIT_MILLIS = 3_000;

    private final ExecutorService threads;
    private final Semaphore beside = new Semaphore(BESIDE);

    Readers(ExecutorService threads) {
        this.threads = threads;
    }

    /** Begins to read a mail. */
    Reading read(Inbox connection, Place place) {
        CompletableFuture<ArrivedMail> mail = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                mail.complete(connection.read(place));
            } catch (MessagingException | IOException | RuntimeException e) {
                mail.completeExceptionally(e);
            }
        });
        return new Reading(mail, beside.tryAcquire());
    }

    /** A mail that is being read. Either {@link #soon} gives it, or {@link #later} does. */
    final class Reading {

        private final CompletableFuture<ArrivedMail> mail;
        private final boolean hasRoom;

        private Reading(CompletableFuture<ArrivedMail> mail, boolean hasRoom) {
            this.mail = mail;
            this.hasRoom = hasRoom;
        }

        /**
         * Waits for it; where there is no room beside the others, to its end.
         *
         * @throws TimeoutException when it takes long, and is read on
         * @throws ExecutionException when it cannot be read
         */
        ArrivedMail soon() throws InterruptedException, ExecutionException, TimeoutException {
            if (!hasRoom) {
                return mail.get();
            }
            try {
                ArrivedMail read = mail.get(OTHERS_WAIT_MILLIS, TimeUnit.MILLISECONDS);
                beside.release();
                return read;
            } catch (ExecutionException e) {
                beside.release();
                throw e;
            }
        }

        /** Hands it over at the end of its reading, or why it could not be read. */
        void later(BiConsumer<ArrivedMail, Throwable> end) {
            mail.whenComplete((read, failure) -> {
                if (hasRoom) {
                    beside.release();
                }
                end.accept(read, failure);
            });
        }
    }
}
