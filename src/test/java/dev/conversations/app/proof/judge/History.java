// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof.judge;

import dev.conversations.app.proof.judge.Fact.Kind;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file with a line for each fact, in the order in which they were learned. */
public final class History implements AutoCloseable {
    private final Writer file;

    /** Begins anew. */
    public History(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        file = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    public static List<Fact> read(Path path) throws IOException {
        return Files.readAllLines(path).stream().map(Fact::parse).toList();
    }

    public synchronized void tell(Kind kind, String thread, int number, String id) {
        try {
            file.write(new Fact(kind, thread, number, id) + "\n");
            file.flush();
        } catch (IOException e) {
            throw new IllegalStateException("The history cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
