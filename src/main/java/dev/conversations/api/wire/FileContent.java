// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import java.io.IOException;
import java.io.InputStream;

/** The content of a file: all of it, and no more than so many bytes. */
public final class FileContent extends InputStream {

    private final IncomingReply reply;
    private final InputStream content;
    private final long longest;
    private final long size;
    private long count;

    /** @param size the least number of bytes that make it whole */
    public FileContent(IncomingReply reply, long longest, long size) throws IOException {
        this.reply = reply;
        this.content = reply.content();
        this.longest = longest;
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws IOException also when the file is longer than it may be, and when it ends before it is whole */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        try {
            read = content.read(bytes, offset, length);
        } catch (IOException e) {
            throw reply.failure(e);
        }
        if (read < 0 && count < size) {
            throw new IOException("The file was cut short: %d of %d bytes came".formatted(count, size));
        }
        count += Math.max(read, 0);
        if (count > longest) {
            close();
            throw new FileTooLong(longest);
        }
        return read;
    }

    @Override
    public void close() {
        reply.close();
    }
}
