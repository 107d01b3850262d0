package dev.conversations.camel;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a request that the Vert.x server hands over paused, on a worker thread. The server's own form reader would
 * refuse values beyond 8 KiB and keep no raw body. The only class that knows Vert.x, so that others run without it.
 */
final class VertxRequest {
    private static final long PROMPT_MILLIS = 250;
    private static final long SLOW_SECONDS = 2;

    private final int max;
    private final Semaphore slow;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream(1024);
    private final CompletableFuture<Boolean> complete = new CompletableFuture<>();

    private VertxRequest(int max, Semaphore slow) {
        this.max = max;
        this.slow = slow;
    }

    /**
     * The request as received, or null when the body of a message is no paused request.
     *
     * @param slow limits how many requests may come so slowly that others would lack the threads
     */
    static HttpRequest of(Object body, int maxBodySize, Semaphore slow) throws Refusal, InterruptedException {
        return body instanceof HttpServerRequest request ? new VertxRequest(maxBodySize, slow).read(request) : null;
    }

    private HttpRequest read(HttpServerRequest request) throws Refusal, InterruptedException {
        String uri = request.uri();
        int query = uri.indexOf('?');
        String host = request.getHeader("Host");
        return new HttpRequest(
                request.method().name(),
                request.scheme() + "://" + (host == null ? request.authority() : host),
                query < 0 ? uri : uri.substring(0, query),
                query < 0 ? null : uri.substring(query + 1),
                name -> single(request.headers().getAll(name)),
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
                body(request));
    }

    private static String single(List<String> values) {
        return values.size() == 1 ? values.get(0) : null;
    }

    private byte[] body(HttpServerRequest request) throws Refusal, InterruptedException {
        request.handler(this::add);
        request.exceptionHandler(complete::completeExceptionally);
        request.endHandler(end -> complete.complete(true));
        request.resume();
        try {
            if (!await()) {
                throw Refusal.malformed(413, "a body of more than " + max + " bytes");
            }
            return read.toByteArray();
        } catch (TimeoutException e) {
            complete.cancel(false);
            throw Refusal.malformed(408, "a body that comes too slowly");
        } catch (ExecutionException e) {
            throw Refusal.malformed(400, "connection lost");
        }
    }

    private boolean await() throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return complete.get(PROMPT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (!slow.tryAcquire()) {
                throw e;
            }
            try {
                return complete.get(SLOW_SECONDS, TimeUnit.SECONDS);
            } finally {
                slow.release();
            }
        }
    }

    private void add(Buffer bytes) {
        if (complete.isDone()) {
            return;
        }
        if (read.size() + bytes.length() > max) {
            complete.complete(false);
        } else {
            read.writeBytes(bytes.getBytes());
        }
    }
}
