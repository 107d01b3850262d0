package dev.conversations.app.delivery;

import java.nio.file.Path;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** Which messages the bridge has created, by their keys. */
public final class MessageKeys {
    private static final int REMEMBERED = 100_000;
    private static final long MAX_BYTES = 16L << 20;

    private MessageKeys() {}

    /** In a file of that directory, which no other process uses. */
    public static IdempotentRepository in(Path directory) {
        FileIdempotentRepository keys = new FileIdempotentRepository();
        keys.setFileStore(directory.resolve("keys").toFile());
        keys.setCacheSize(REMEMBERED);
        keys.setMaxFileStoreSize(MAX_BYTES);
        return keys;
    }

    /** As long as the process lives. */
    public static IdempotentRepository inMemory() {
        return MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED);
    }
}
