// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** The body of a request, which is there at once. */
final class BodyOf implements Flow.Subscriber<ByteBuffer> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private BodyOf() {}

    static byte[] request(HttpRequest request) {
        BodyOf body = new BodyOf();
        request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(body));
        return body.bytes.toByteArray();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public void onError(Throwable failure) {
        throw new IllegalStateException(failure);
    }

    @Override
    public void onComplete() {
        // all is there
    }
}
