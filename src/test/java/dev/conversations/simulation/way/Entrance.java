// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultConsumer;

/** The HTTP server of a node, without a socket. */
public final class Entrance implements PlatformHttpEngine {

    private Listener open;

    /** An answer to a webhook. */
    public record Answer(int status, String body) {}

    private final class Listener extends DefaultConsumer implements PlatformHttpConsumer {

        private final AsyncProcessor behind;

        Listener(PlatformHttpEndpoint endpoint, Processor processor) {
            super(endpoint, processor);
            behind = AsyncProcessorConverterHelper.convert(processor);
        }

        @Override
        public PlatformHttpEndpoint getEndpoint() {
            return (PlatformHttpEndpoint) super.getEndpoint();
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            open = this;
        }

        @Override
        protected void doStop() throws Exception {
            open = open == this ? null : open;
            super.doStop();
        }
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new Listener(endpoint, processor);
    }

    /** Whether it can be connected to. */
    public boolean isOpen() {
        return open != null;
    }

    /** Takes a request in. */
    public CompletableFuture<Answer> take(String url, Map<String, List<String>> headers, byte[] body) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Exchange exchange = open.createExchange(false);
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
        exchange.getMessage().setHeader(Exchange.HTTP_URL, url);
        headers.forEach((name, values) -> exchange.getMessage().setHeader(name, values.get(0)));
        exchange.getMessage().setBody(body);
        open.behind.process(exchange, sync -> answer.complete(new Answer(
                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                exchange.getMessage().getBody(String.class))));
        return answer;
    }
}
