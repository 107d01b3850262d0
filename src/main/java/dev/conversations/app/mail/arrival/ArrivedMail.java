// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.parts.MailParts;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.SharedInputStream;
import jakarta.mail.util.SharedByteArrayInputStream;
import jakarta.mail.util.SharedFileInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The source of a mail that came in, byte for byte, and nothing of a mail server: in memory while it is short, else in a
 * file that only its owner reads. The file has lost its name before anybody reads it, so that not even a killed process
 * leaves it behind; where a system does not allow that, it is deleted when the mail is closed.
 */
public final class ArrivedMail implements Closeable {
    static final int LONGEST_IN_MEMORY = 256 * 1024;

    private final SharedInputStream source;
    private final Path file;
    private final long length;

    private ArrivedMail(SharedInputStream source, Path file, long length) {
        this.source = source;
        this.file = file;
        this.length = length;
    }

    /** What is left of a mail that its server does not give. */
    public static ArrivedMail unread() {
        return of(new byte[0]);
    }

    static ArrivedMail of(byte[] source) {
        return new ArrivedMail(new SharedByteArrayInputStream(source), null, source.length);
    }

    /** Reads the source to its end. */
    public static ArrivedMail of(Source mail) throws MessagingException, IOException {
        try (Spool spool = new Spool()) {
            mail.writeTo(spool);
            return spool.mail();
        }
    }

    /** What writes a mail as it was sent. */
    public interface Source {
        void writeTo(OutputStream out) throws MessagingException, IOException;
    }

    /**
     * The mail, parsed from its source.
     *
     * @throws Undeliverable when there is no mail, or only a part of one
     */
    public MimeMessage parsed() throws Undeliverable {
        if (length == 0) {
            throw new Undeliverable("The mail could not be read; if a mailbox holds it, it lies there marked as read.");
        }
        try {
            checkHeaders();
            MimeMessage mail = new MimeMessage((Session) null, open());
            if (mail.getHeader(DeadLetter.CUT) == null) {
                return mail;
            }
        } catch (MessagingException | IOException e) {
            throw new Undeliverable("The mail cannot be read.");
        }
        throw new Undeliverable("Only the beginning of the mail was kept.");
    }

    /** The first bytes of the source, at most so many. */
    byte[] beginning(int most) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        }
    }

    public long length() {
        return length;
    }

    /** Gives back what it takes; nothing that was parsed can be read afterwards. */
    @Override
    public void close() throws IOException {
        ((InputStream) source).close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public String toString() {
        return "a mail of " + length + " bytes";
    }

    private InputStream open() {
        return source.newStream(0, -1);
    }

    /** Headers are parsed in memory, so they are measured first. */
    private void checkHeaders() throws IOException, Undeliverable {
        byte[] beginning = beginning(MailParts.LONGEST_HEADERS);
        if (beginning.length < MailParts.LONGEST_HEADERS) {
            return;
        }
        int lineStart = 0;
        for (int i = 0; i < beginning.length; i++) {
            if (beginning[i] == '\n') {
                if (i == lineStart || i == lineStart + 1 && beginning[lineStart] == '\r') {
                    return;
                }
                lineStart = i + 1;
            }
        }
        throw MailParts.headersTooLong();
    }

    /** Keeps what is written to it in memory, and from a length on in a file. */
    private static final class Spool extends OutputStream {
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private OutputStream out = memory;
        private Path file;
        private long length;
        private boolean taken;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (file == null && length + count > LONGEST_IN_MEMORY) {
                file = Files.createTempFile("bridge-mail-", null);
                out = Files.newOutputStream(file);
                memory.writeTo(out);
                memory.reset();
            }
            out.write(bytes, from, count);
            length += count;
        }

        ArrivedMail mail() throws IOException {
            out.close();
            if (file == null) {
                return ArrivedMail.of(memory.toByteArray());
            }
            SharedFileInputStream opened = new SharedFileInputStream(file.toFile());
            taken = !file.toFile().delete();
            return new ArrivedMail(opened, taken ? file : null, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
            if (file != null && !taken) {
                Files.deleteIfExists(file);
            }
        }
    }
}
