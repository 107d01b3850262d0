// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import dev.conversations.api.Timing;
import dev.conversations.camel.options.Timings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;

/**
 * Hands over requests of the server in Spring Boot as they are. Camel's own reader takes bodies of any length, decodes
 * half of a form, and logs what it cannot read. Bodies are read on the server's threads, as servlets do; routes keep
 * none of them. The only class that knows Spring Boot, so that others run without it.
 */
public final class ServletListener extends SpringBootPlatformHttpConsumer {
    private static final long MAX_NANOS = 3_000_000_000L;
    private static final int PART = 8192;

    private final Reception reception;
    private final Timing timing;

    private ServletListener(PlatformHttpEndpoint endpoint, Processor processor, Reception reception) {
        super(endpoint, processor, Runnable::run);
        this.reception = reception;
        this.timing = Timings.of(endpoint.getCamelContext());
    }

    /** The engine that makes such listeners; null when the context has no server of Spring Boot. */
    public static PlatformHttpEngine engine(CamelContext context, Reception reception) {
        Set<SpringBootPlatformHttpEngine> servers =
                context.getRegistry().findByType(SpringBootPlatformHttpEngine.class);
        return servers.isEmpty() ? null : new SpringBootPlatformHttpEngine(servers.iterator().next().getServerPort()) {
            @Override
            public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
                return new ServletListener(endpoint, processor, reception);
            }
        };
    }

    @Override
    public CompletableFuture<Void> service(HttpServletRequest request, HttpServletResponse response) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            reception.take(read(request), answer -> write(answer, response, written));
        } catch (Refusal refusal) {
            write(reception.refuse(refusal), response, written);
        }
        return written;
    }

    private HttpRequest read(HttpServletRequest request) throws Refusal {
        try {
            byte[] body = body(request, reception.maxBodySize());
            String host = request.getHeader("Host");
            return new HttpRequest(
                    request.getMethod(),
                    request.getScheme() + "://" + (host == null ? request.getServerName() : host),
                    request.getRequestURI(),
                    request.getQueryString(),
                    name -> HttpRequest.value(name, Collections.list(request.getHeaders(name))),
                    request.getRemoteAddr(),
                    body);
        } catch (IOException e) {
            throw tooSlow();
        }
    }

    private byte[] body(HttpServletRequest request, int max) throws IOException, Refusal {
        byte[] body = unread(request, max);
        if (body.length > 0 || request.getContentLengthLong() == 0 || request.getContentType() == null) {
            return body;
        }
        byte[] form = ServletForm.of(request);
        if (form.length == 0 && request.getContentLengthLong() > 0) {
            throw Refusal.malformed(415, "a body that the HTTP server, or a filter in it, has read");
        }
        if (form.length > max) {
            throw tooLarge(max);
        }
        return form;
    }

    /** The body; empty when it has been read before. */
    private byte[] unread(HttpServletRequest request, int max) throws IOException, Refusal {
        try {
            return bytes(request.getInputStream(), max);
        } catch (IllegalStateException e) {
            return new byte[0];
        }
    }

    private byte[] bytes(InputStream stream, int max) throws IOException, Refusal {
        long begun = timing.nanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
        byte[] part = new byte[PART];
        for (int length = stream.read(part); length >= 0; length = stream.read(part)) {
            body.write(part, 0, length);
            if (body.size() > max) {
                throw tooLarge(max);
            }
            if (timing.nanos() - begun > MAX_NANOS) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    private static Refusal tooLarge(int max) {
        return Refusal.malformed(413, "a body of more than " + max + " bytes");
    }

    private static Refusal tooSlow() {
        return Refusal.malformed(408, "a body that does not end in time");
    }

    private static void write(Answer answer, HttpServletResponse response, CompletableFuture<Void> written) {
        try {
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            response.setStatus(answer.status());
            answer.headers(response::setHeader);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            written.complete(null);
        } catch (IOException | RuntimeException e) {
            written.completeExceptionally(e);
        }
    }
}
