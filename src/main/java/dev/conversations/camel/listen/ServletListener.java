package dev.conversations.camel.listen;

import dev.conversations.api.Timing;
import dev.conversations.camel.options.Timings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;

/**
 * Hands over requests of the server in Spring Boot as they are: the body of the message is an {@link HttpRequest}, or a
 * {@link Refusal} when the request's own body was too large or too slow. Camel's own reader takes bodies of any length,
 * decodes half of a form, and logs what it cannot read. Works on the server's threads, as servlets do. The only class
 * that knows Spring Boot, so that others run without it.
 */
public final class ServletListener extends SpringBootPlatformHttpConsumer {
    private static final long MAX_NANOS = 3_000_000_000L;
    private static final int PART = 8192;

    private final IntSupplier maxBodySize;
    private final Timing timing;

    private ServletListener(PlatformHttpEndpoint endpoint, Processor processor, IntSupplier maxBodySize) {
        super(endpoint, processor, Runnable::run);
        this.maxBodySize = maxBodySize;
        this.timing = Timings.of(endpoint.getCamelContext());
    }

    /** The engine that makes such listeners; null when the context has no server of Spring Boot. */
    public static PlatformHttpEngine engine(CamelContext context, IntSupplier maxBodySize) {
        Set<SpringBootPlatformHttpEngine> servers =
                context.getRegistry().findByType(SpringBootPlatformHttpEngine.class);
        return servers.isEmpty() ? null : new SpringBootPlatformHttpEngine(servers.iterator().next().getServerPort()) {
            @Override
            public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
                return new ServletListener(endpoint, processor, maxBodySize);
            }
        };
    }

    @Override
    protected void handleService(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            if (isRunAllowed()) {
                exchange.getMessage().setBody(read(request));
                getProcessor().process(exchange);
            } else {
                Answer.BUSY.write(exchange.getMessage());
            }
            write(exchange.getMessage(), response);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private Object read(HttpServletRequest request) {
        try {
            byte[] body = body(request, maxBodySize.getAsInt());
            String host = request.getHeader("Host");
            return new HttpRequest(
                    request.getMethod(),
                    request.getScheme() + "://" + (host == null ? request.getServerName() : host),
                    request.getRequestURI(),
                    request.getQueryString(),
                    name -> single(Collections.list(request.getHeaders(name))),
                    request.getRemoteAddr(),
                    body);
        } catch (IOException e) {
            return tooSlow();
        } catch (Refusal refusal) {
            return refusal;
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

    private static void write(Message answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getHeader(Exchange.HTTP_RESPONSE_CODE, int.class));
        for (String name : List.of(Exchange.CONTENT_TYPE, "Retry-After", "Connection")) {
            if (answer.getHeader(name) != null) {
                response.setHeader(name, answer.getHeader(name, String.class));
            }
        }
        byte[] body = answer.getBody(byte[].class);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String single(List<String> values) {
        return values.size() == 1 ? values.get(0) : null;
    }
}
