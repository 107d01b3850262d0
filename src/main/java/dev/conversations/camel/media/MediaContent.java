// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/** The body of a message as a file to upload: the file it is, or a temporary one, since a stream can be read only once. */
record MediaContent(Path file, String contentType, String name) {

    /**
     * The body, with its type and name.
     *
     * @param contentType null or blank as the message says
     * @param filename null as the message says
     * @throws IllegalArgumentException when the body is nothing that can be a file
     */
    static MediaContent of(Exchange exchange, String contentType, String filename) throws IOException {
        Message message = exchange.getMessage();
        String type = isBlank(contentType) ? message.getHeader(Exchange.CONTENT_TYPE, String.class) : contentType;
        String name = filename != null ? filename : message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        if (name == null) {
            name = message.getHeader(Exchange.FILE_NAME, String.class);
        }
        return new MediaContent(file(exchange), isBlank(type) ? "application/octet-stream" : type.strip(), FileNames.safe(name));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Path file(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Object body = message.getBody() instanceof WrappedFile<?> wrapped ? wrapped.getBody() : message.getBody();
        Path path = body instanceof Path given ? given : body instanceof File file ? file.toPath() : null;
        if (path != null && path.getFileSystem() == FileSystems.getDefault()) {
            return path;
        }
        try (InputStream stream = path == null ? message.getBody(InputStream.class) : Files.newInputStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("media/upload takes a file, a stream, bytes or a text as body; there is "
                        + (body == null ? "none" : "a " + body.getClass().getName()));
            }
            Path temporary = PrivateFiles.temporary(exchange);
            try (OutputStream copy = Files.newOutputStream(temporary)) {
                stream.transferTo(copy);
            }
            return temporary;
        }
    }
}
