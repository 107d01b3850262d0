// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.io.IOException;
import java.util.EnumSet;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpMethod;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's server, which keeps whole requests in memory, with limits: of their size, and of how long it waits for whom. */
final class BoundedServer extends Jetty11HttpServer {

    /** The most bytes of a form. */
    private static final int MAX_FORM = 1024 * 1024;

    /** The most bytes of a file; Twilio takes 150 MB. */
    private static final int MAX_FILE = 16 * 1024 * 1024;

    private static final int NO_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;

    private final Front front;

    BoundedServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs, Front front) {
        super(options, admin, stubs);
        this.front = front;
    }

    @Override
    protected ServerConnector createHttpConnector(
            String address, int port, JettySettings settings, NetworkTrafficListener traffic) {
        ServerConnector connector = super.createHttpConnector(address, port, settings, traffic);
        connector.addBean(new Connections(connector.getScheduler()));
        return connector;
    }

    /** Leaves out WireMock's proxy, which would answer to CONNECT. */
    @Override
    protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        HandlerWrapper noProxy = new HandlerWrapper() {
            @Override
            public void handle(String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                if (HttpMethod.CONNECT.is(request.getMethod())) {
                    jetty.setHandled(true);
                    refuse(response, METHOD_NOT_ALLOWED);
                } else {
                    super.handle(target, jetty, request, response);
                }
            }
        };
        noProxy.setHandler(super.createHandler(options, admin, stubs));
        return noProxy;
    }

    @Override
    protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
        context.addFilter(new FilterHolder(new Limit()), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    /** Answers to a request that may have more to come, which nobody will read. */
    private static void refuse(HttpServletResponse response, int status) throws IOException {
        response.setHeader("Connection", "close");
        response.setStatus(status);
        response.flushBuffer();
    }

    private final class Limit implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            Request jetty = Request.getBaseRequest(request);
            long most = front.takesFiles(jetty.getRequestURI()) ? MAX_FILE : MAX_FORM;
            if (request.getContentLengthLong() > most) {
                refuse((HttpServletResponse) response, TOO_LARGE);
                return;
            }
            long[] left = {most};
            jetty.getHttpInput().addInterceptor(content -> {
                left[0] -= content.remaining();
                if (left[0] < 0) {
                    throw new BadMessageException(TOO_LARGE);
                }
                return content;
            });
            try {
                chain.doFilter(request, response);
            } catch (RuntimeException e) {
                if (!(e.getCause() instanceof IOException) || response.isCommitted()) {
                    throw e;
                }
                refuse((HttpServletResponse) response, NO_REQUEST);
            }
        }
    }
}
