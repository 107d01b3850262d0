// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * A reply on its way. Its time runs from the sending of the request to the end of the reading and no server can move its end, nor
 * how much is read: what takes longer or is longer is broken off. Nothing that is not wanted is read.
 */
public final class IncomingReply implements Closeable {

    private static final int USUAL_BYTES = 2048;

    private final OutgoingRequest request;
    private final Duration longest;
    private Future<?> alarm;
    private ClassicHttpResponse response;
    private boolean late;
    private boolean over;

    private IncomingReply(OutgoingRequest request, Duration longest) {
        this.request = request;
        this.longest = longest;
    }

    /**
     * Sends a request and reads the head of the reply.
     *
     * @param longest until the reply has to be read
     * @param alarms one rings when it is not
     * @throws IOException when no head came, or what came is no HTTP; nothing of it is repeated
     */
    public static IncomingReply to(OutgoingRequest request, HttpClient http, Duration longest, Alarms alarms)
            throws IOException {
        IncomingReply reply = new IncomingReply(request, longest);
        reply.alarm = alarms.set(longest, reply::ring);
        try {
            reply.response = http.executeOpen(request.target(), request, null);
            return reply;
        } catch (IOException e) {
            throw reply.failure(e);
        } finally {
            if (reply.response == null) {
                reply.end();
            }
        }
    }

    private void ring() {
        synchronized (this) {
            late = !over;
        }
        if (isLate()) {
            request.cancel();
        }
    }

    private synchronized boolean isLate() {
        return late;
    }

    private void end() {
        synchronized (this) {
            over = true;
        }
        alarm.cancel(false);
    }

    public int status() {
        return response.getCode();
    }

    /** The length of the content as it is announced; negative when it is not, or there is none. */
    public long length() {
        return response.getEntity() == null ? -1 : response.getEntity().getContentLength();
    }

    /** The content, to be read while there is time. */
    InputStream content() throws IOException {
        return response.getEntity().getContent();
    }

    /**
     * Reads the reply whole.
     *
     * @throws ReplyTooLong when it is longer than that many bytes
     */
    public Reply whole(int mostBytes) throws IOException {
        try {
            byte[] body = response.getEntity() == null ? new byte[0] : body(response.getEntity(), mostBytes);
            return new Reply(status(), body, text("Twilio-Request-Id"), RetryAfter.parse(text("Retry-After"), text("Date")));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Room is made for what is announced, else for what comes. */
    private static byte[] body(HttpEntity entity, int mostBytes) throws IOException {
        long announced = entity.getContentLength();
        if (announced > mostBytes) {
            throw new ReplyTooLong(mostBytes);
        }
        InputStream content = entity.getContent();
        byte[] body = announced >= 0 ? announced(content, (int) announced) : unannounced(content, mostBytes);
        content.close();
        return body;
    }

    private static byte[] announced(InputStream content, int length) throws IOException {
        byte[] body = new byte[length];
        int read = content.readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }

    private static byte[] unannounced(InputStream content, int mostBytes) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_BYTES);
        byte[] buffer = new byte[USUAL_BYTES];
        for (int read = 0; read >= 0; read = content.read(buffer)) {
            body.write(buffer, 0, read);
            if (body.size() > mostBytes) {
                throw new ReplyTooLong(mostBytes);
            }
        }
        return body.toByteArray();
    }

    private String text(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** What a failure on the way comes from: the end of the time, what is no HTTP, or what it says itself. */
    IOException failure(IOException failure) {
        if (isLate()) {
            return new SocketTimeoutException("No whole reply came within " + longest.toMillis() + " ms");
        }
        if (failure instanceof ClientProtocolException || failure instanceof MalformedChunkCodingException
                || failure instanceof MessageConstraintException) {
            return new IOException("What came back is no HTTP reply that can be read (" + failure.getClass().getSimpleName() + ")");
        }
        return failure;
    }

    /** Ends the exchange. A connection whose reply was read to its end is kept, any other is cut. */
    @Override
    public void close() {
        end();
        request.cut();
        try {
            response.close();
        } catch (IOException e) {
            // of a connection that was cut
        }
    }
}
