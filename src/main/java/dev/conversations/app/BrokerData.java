package dev.conversations.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.JournalType;

/** The directory in which the embedded broker keeps what it holds. Belongs to one process at a time, until closed. */
final class BrokerData implements AutoCloseable {
    private static final String SETTING = "bridge.broker.data";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final long MIN_FREE_BYTES = 256L << 20;

    private final Path directory;
    private final FileChannel lock;

    private BrokerData(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Claims the directory that the setting names, and makes it when there is none: for its owner only, since people's
     * messages lie there in plain.
     *
     * @throws StartFailure when it cannot be written, or another broker uses it
     */
    static BrokerData claim(Settings settings) {
        Path directory = Path.of(settings.get(SETTING));
        try {
            Files.createDirectories(directory, ownersOnly(directory));
            FileChannel lock = FileChannel.open(
                    directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(lock)) {
                lock.close();
                throw new StartFailure(is(directory) + "another bridge keeps its queues there."
                        + " Stop that one, or choose another directory.");
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
                .setJournalDirectory(below("journal"))
                .setBindingsDirectory(below("bindings"))
                .setPagingDirectory(below("paging"))
                .setLargeMessagesDirectory(below("large-messages"))
                .setMinDiskFree(MIN_FREE_BYTES);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static FileAttribute<?>[] ownersOnly(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
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
