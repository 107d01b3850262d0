// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.SafeCopyProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temporary files that only their owner may read, in a directory of this process's own, since what people send lies in
 * them. What a process that was killed left behind is removed by the next one.
 */
final class PrivateFiles extends ServiceSupport {

    /** What the names of the directories begin with, in the temporary directory. */
    static final String PREFIX = "twilio-conversations-";

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
    private static final String LOCK = "lock";
    private static final String THIS_PROCESS =
            ProcessHandle.current().pid() + "-" + ManagementFactory.getRuntimeMXBean().getStartTime() + "-";

    private final Cleaner cleaner = Cleaner.create();
    private Path directory;
    private FileChannel lock;

    private PrivateFiles() {}

    /** The files of a Camel context. */
    static synchronized PrivateFiles of(CamelContext context) {
        PrivateFiles files = context.getCamelContextExtension().getContextPlugin(PrivateFiles.class);
        if (files == null) {
            files = new PrivateFiles();
            context.getCamelContextExtension().addContextPlugin(PrivateFiles.class, files);
            try {
                context.addService(files);
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeException(e);
            }
        }
        return files;
    }

    /** A new file, empty, that is deleted when the exchange is done. */
    static Path temporary(Exchange exchange) throws IOException {
        Path file = Files.createTempFile(of(exchange.getContext()).directory(), null, null);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                file.toFile().delete();
            }
        });
        return file;
    }

    /**
     * A new file, empty, that lies there as long as somebody may need it. It is deleted when the exchange is done, unless there are
     * copies of it or its caller was given the file: then it is deleted some time after nobody has its {@link File} any more.
     */
    static File held(Exchange exchange) throws IOException {
        PrivateFiles all = of(exchange.getContext());
        String path = Files.createTempFile(all.directory(), null, null).toString();
        File file = new File(path);
        all.cleaner.register(file, () -> new File(path).delete());
        Hold hold = new Hold(file);
        exchange.getExchangeExtension().setSafeCopyProperty(path, hold);
        exchange.getExchangeExtension().addOnCompletion(hold);
        return file;
    }

    /** The hold of an exchange and of its copies on a file. */
    private static final class Hold extends SynchronizationAdapter implements SafeCopyProperty {

        private final File file;
        private volatile boolean shared;

        Hold(File file) {
            this.file = file;
        }

        @Override
        public SafeCopyProperty safeCopy() {
            shared = true;
            return this;
        }

        @Override
        public void onDone(Exchange done) {
            boolean copy = done.getProperty(ExchangePropertyKey.CORRELATION_ID) != null;
            if (!shared && !copy && !done.getPattern().isOutCapable()) {
                file.delete();
            }
        }
    }

    @Override
    protected synchronized void doStop() throws IOException {
        if (directory != null) {
            lock.close();
            delete(directory);
            directory = null;
        }
    }

    /** Where they lie; made when it is first asked for. */
    synchronized Path directory() throws IOException {
        while (directory == null) {
            Path made = Files.createTempDirectory(PREFIX + THIS_PROCESS);
            lock = lock(made, StandardOpenOption.CREATE_NEW);
            if (lock != null) {
                directory = made;
                removeLeftOvers(made);
            }
        }
        return directory;
    }

    private static void removeLeftOvers(Path mine) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(mine.getParent(), PREFIX + "*")) {
            for (Path left : all) {
                removeIfLeft(left, mine);
            }
        }
    }

    /** Directories of this process are not looked into: to close a second view of a lock would give it up. */
    private static void removeIfLeft(Path left, Path mine) {
        try {
            boolean ours = !left.getFileName().toString().startsWith(PREFIX + THIS_PROCESS)
                    && Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)
                    && Files.isRegularFile(left.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(left, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mine));
            FileChannel dead = ours ? lock(left, StandardOpenOption.WRITE) : null;
            if (dead != null) {
                dead.close();
                delete(left);
            }
        } catch (IOException e) {
            LOG.warn("{} of an earlier process in {} cannot be removed: {}", left.getFileName(), mine.getParent(), e.getClass().getName());
        }
    }

    /** Holds the directory as long as this process lives; null when another holds it. */
    private static FileChannel lock(Path directory, StandardOpenOption how) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        if (channel.tryLock() != null) {
            return channel;
        }
        channel.close();
        return null;
    }

    /** The directory and the files in it, which has no directories. */
    private static void delete(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
