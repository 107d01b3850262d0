// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import dev.conversations.app.start.OwnersOnly;
import java.nio.file.Path;
import java.util.HashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.FileStateRepository;

/** What the bridge has done: which messages it has created, which events it has had, and how far it has looked for those it missed. */
public final class MessageKeys {
    private static final int REMEMBERED = 200_000;
    /** Of the cursors, beyond which the file is written anew. */
    private static final long MAX_BYTES = 16L << 20;

    private MessageKeys() {}

    /** Of messages, in a file of that directory, which no other process uses. */
    public static IdempotentRepository in(Path directory) {
        return keys(directory.resolve("keys"));
    }

    /** Of events, in a file of that directory, which no other process uses. */
    public static IdempotentRepository ofEvents(Path directory) {
        return keys(directory.resolve("events"));
    }

    /** Of conversations whose person opted out, in a file of that directory, which no other process uses. */
    public static IdempotentRepository ofOptOuts(Path directory) {
        return keys(directory.resolve("opt-outs"));
    }

    /** How far it has looked, in a file of that directory, which no other process uses. */
    public static StateRepository<String, String> cursors(Path directory) {
        return new Cursors(directory.resolve("cursors"));
    }

    /** Camel's repository would make a file that everybody may read. */
    private static final class Cursors extends FileStateRepository {

        Cursors(Path file) {
            super(file.toFile(), new HashMap<>());
            setMaxFileStoreSize(MAX_BYTES);
        }

        @Override
        protected void doStart() throws Exception {
            OwnersOnly.make(getFileStore().toPath());
            super.doStart();
        }
    }

    private static IdempotentRepository keys(Path file) {
        return new KeyFile(file, REMEMBERED);
    }

    /** As long as the process lives. */
    public static IdempotentRepository inMemory() {
        return MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED);
    }
}
