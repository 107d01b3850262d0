// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.start.OwnersOnly;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.JournalType;

/** The directory in which the embedded broker keeps what it holds. Belongs to one process at a time, until closed. */
final class BrokerData implements AutoCloseable {
    private static final String SETTING = "bridge.broker.data";
    private static final String LOCK = "lock";
    private static final List<String> PARTS = List.of("journal", "bindings", "paging", "large-messages");
    private static final long MIN_FREE_BYTES = 256L << 20;

    private final Path directory;
    private final FileChannel lock;

    private BrokerData(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Claims the directory that the setting names, and makes it when there is none: for its owner only, since people's
     * messages lie there in plain. One that others may enter is taken from them, unless other things lie in it.
     *
     * @throws StartFailure when it cannot be written, is not ours alone, or another broker uses it
     */
    static BrokerData claim(Settings settings) {
        Path directory = Path.of(settings.get(SETTING));
        try {
            OwnersOnly.create(directory);
            requireOwnersOnly(directory);
            Path file = directory.resolve(LOCK);
            FileChannel lock = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnersOnly.file(file));
            if (!isOurs(lock)) {
                lock.close();
                throw new StartFailure(is(directory) + "another bridge keeps its queues there."
                        + " Stop that one, or choose another directory.");
            }
            for (String part : PARTS) {
                OwnersOnly.create(directory.resolve(part));
            }
            return new BrokerData(directory, lock);
        } catch (IOException e) {
            throw new StartFailure(is(directory) + "it cannot be written. Choose another directory, or a broker with "
                    + Settings.both("bridge.broker.url") + ".", e);
        }
    }

    /** For people. */
    Path directory() {
        return directory;
    }

    /** Makes the broker keep everything here: what it has acknowledged survives any end of the process. */
    void keep(Configuration broker) {
        broker.setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalDirectory(below(PARTS.get(0)))
                .setBindingsDirectory(below(PARTS.get(1)))
                .setPagingDirectory(below(PARTS.get(2)))
                .setLargeMessagesDirectory(below(PARTS.get(3)))
                .setMinDiskFree(MIN_FREE_BYTES);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void requireOwnersOnly(Path directory) throws IOException {
        if (!OwnersOnly.is(directory) && !Files.exists(directory.resolve(LOCK)) && !isEmpty(directory)) {
            throw shared(directory, "other things lie there");
        }
        try {
            OwnersOnly.take(directory);
        } catch (IOException e) {
            throw shared(directory, "it is not this user's to change");
        }
    }

    private static StartFailure shared(Path directory, String why) {
        return new StartFailure(is(directory) + "others may read it, and " + why + "."
                + " Choose a directory of its own, or say chmod -R go= for this one.");
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String is(Path directory) {
        return Settings.both(SETTING) + " is '" + directory + "': ";
    }

    private String below(String name) {
        return directory.toAbsolutePath().resolve(name).toString();
    }
}
