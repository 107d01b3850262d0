// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.start.OwnersOnly;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keys in a file that one process has for itself: it is read at the start, and a line is added for each key that comes or
 * goes, so what was added survives any end of the process, and costs the same however many there are. The oldest are forgotten
 * when there are too many.
 */
final class KeyFile extends ServiceSupport implements IdempotentRepository {
    private static final String GONE = "-";
    private static final byte END = '\n';
    /** So many lines for each key that is kept, and the file is written anew. */
    private static final int LINES_PER_KEY = 4;

    private final Path path;
    private final int most;
    private final Set<String> keys = new LinkedHashSet<>();
    /** Not a channel, which an interruption of whoever writes would close. */
    private OutputStream file;
    private long lines;

    /** @param most so many keys are kept */
    KeyFile(Path path, int most) {
        this.path = path;
        this.most = most;
    }

    @Override
    public synchronized boolean add(String key) {
        if (!keys.add(key)) {
            return false;
        }
        append(key, () -> keys.remove(key));
        forgetOldest();
        return true;
    }

    @Override
    public synchronized boolean contains(String key) {
        return keys.contains(key);
    }

    @Override
    public synchronized boolean remove(String key) {
        if (!keys.remove(key)) {
            return false;
        }
        append(GONE + key, () -> keys.add(key));
        return true;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public synchronized void clear() {
        keys.clear();
        anew();
    }

    @Override
    protected synchronized void doStart() throws IOException {
        keys.clear();
        if (Files.exists(path)) {
            byte[] content = Files.readAllBytes(path);
            int whole = content.length;
            while (whole > 0 && content[whole - 1] != END) {
                whole--;
            }
            new String(content, 0, whole, UTF_8).lines().forEach(line -> {
                if (line.startsWith(GONE)) {
                    keys.remove(line.substring(GONE.length()));
                } else {
                    keys.add(line);
                }
            });
            forgetOldest();
        }
        anew();
    }

    @Override
    protected synchronized void doStop() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private void forgetOldest() {
        for (Iterator<String> oldest = keys.iterator(); keys.size() > most && oldest.hasNext();) {
            oldest.next();
            oldest.remove();
        }
    }

    /** @param undo puts back what is not in the file; that may hold half a line, so the next one writes it anew */
    private void append(String line, Runnable undo) {
        try {
            if (!isRunAllowed()) {
                throw new IllegalStateException("The file of keys is closed");
            } else if (file == null || lines >= (long) LINES_PER_KEY * most) {
                anew();
            } else {
                file.write((line + (char) END).getBytes(UTF_8));
                lines++;
            }
        } catch (IOException | RuntimeException e) {
            undo.run();
            file = null;
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    /** Writes the file anew; there is always a whole one, the one of before or the new one. */
    private void anew() {
        try {
            doStop();
            Path next = path.resolveSibling(path.getFileName() + ".new");
            StringBuilder all = new StringBuilder();
            keys.forEach(key -> all.append(key).append((char) END));
            Files.deleteIfExists(next);
            Files.createFile(next, OwnersOnly.file(next));
            try (FileOutputStream written = new FileOutputStream(next.toFile())) {
                written.write(all.toString().getBytes(UTF_8));
                written.getFD().sync();
            }
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            file = new FileOutputStream(path.toFile(), true);
            lines = keys.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
