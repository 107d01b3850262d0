// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file on its way from the media service.
 *
 * @param length in bytes; -1 when it is not known beforehand
 * @param contentType such as {@code image/png}
 * @param name for people to see, not a path; may be null
 */
public record MediaFile(InputStream content, long length, String contentType, String name) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        content.close();
    }
}
