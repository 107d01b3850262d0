package dev.conversations.api;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of at most so many bytes that gives its connection back when it is closed. */
final class BoundedContent extends FilterInputStream {

    private final Closeable connection;
    private final long longest;
    private long count;

    BoundedContent(InputStream content, Closeable connection, long longest) {
        super(content);
        this.connection = connection;
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private void counted(int read) throws IOException {
        count += read;
        if (count > longest) {
            close();
            throw new FileTooLong(longest);
        }
    }
}
