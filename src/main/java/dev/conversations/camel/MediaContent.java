package dev.conversations.camel;

import dev.conversations.api.MediaFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.SynchronizationAdapter;

/** The body of a message as a file to upload. The media service wants to know its length, so a stream passes through the disk first. */
final class MediaContent implements AutoCloseable {

    private static final String PREFIX = "twilio-media-";

    private final Message message;
    private final InputStream content;
    private final long length;

    private MediaContent(Message message, InputStream content, long length) {
        this.message = message;
        this.content = content;
        this.length = length;
    }

    /** @throws IllegalArgumentException when the body is nothing that can be a file */
    static MediaContent of(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Object body = message.getBody() instanceof WrappedFile<?> wrapped ? wrapped.getBody() : message.getBody();
        Path path = body instanceof Path given ? given : body instanceof File file ? file.toPath() : null;
        if (path != null) {
            return new MediaContent(message, Files.newInputStream(path), Files.size(path));
        }
        InputStream stream = message.getBody(InputStream.class);
        if (stream == null) {
            throw new IllegalArgumentException("media/upload takes a file, a stream, bytes or a text as body; there is "
                    + (body == null ? "none" : "a " + body.getClass().getName()));
        }
        File temporary = temporary(exchange, stream);
        return new MediaContent(message, Files.newInputStream(temporary.toPath()), temporary.length());
    }

    /** The content in a file that is deleted when the exchange is done. */
    static File temporary(Exchange exchange, InputStream content) throws IOException {
        Path file = Files.createTempFile(PREFIX, null);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                file.toFile().delete();
            }
        });
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        return file.toFile();
    }

    /**
     * The file to upload.
     *
     * @param contentType null as the message says
     * @param filename null as the message says
     */
    MediaFile file(String contentType, String filename) {
        String type = contentType != null ? contentType : message.getHeader(Exchange.CONTENT_TYPE, String.class);
        String name = filename != null ? filename : message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        if (name == null) {
            name = message.getHeader(Exchange.FILE_NAME, String.class);
        }
        return new MediaFile(content, length, type == null ? "application/octet-stream" : type, FileNames.safe(name));
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
