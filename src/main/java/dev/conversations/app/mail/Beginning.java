package dev.conversations.app.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Keeps the first bytes that are written to it, and then stops who writes. */
final class Beginning extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;

    Beginning(int most) {
        this.most = most;
    }

    @Override
    public void write(int one) throws Full {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws Full {
        int fits = Math.min(length, most - kept.size());
        kept.write(bytes, from, fits);
        if (fits < length) {
            throw new Full();
        }
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    /** What was kept, after a line of ours. */
    byte[] after(byte[] line) {
        byte[] all = Arrays.copyOf(line, line.length + kept.size());
        System.arraycopy(kept.toByteArray(), 0, all, line.length, kept.size());
        return all;
    }

    /** More was written than is kept. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1;

        private Full() {
            super("more than is kept");
        }
    }
}
