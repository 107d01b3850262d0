package dev.conversations.sandbox.front;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import dev.conversations.sandbox.media.MediaService;
import dev.conversations.sandbox.page.Playground;
import java.io.IOException;
import java.util.EnumSet;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's server, which keeps whole requests in memory, behind a limit of their size. */
public final class BoundedServer extends Jetty11HttpServer {

    /** The most bytes of a form. */
    static final int MAX_FORM = 1024 * 1024;

    private static final int TOO_LARGE = 413;

    public BoundedServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
    }

    @Override
    protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
        context.addFilter(new FilterHolder(new Limit()), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private static final class Limit implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            Request jetty = Request.getBaseRequest(request);
            String path = jetty.getRequestURI();
            boolean file = MediaService.takes(path) || path.equals(Playground.MESSAGES);
            long most = file ? MediaService.MAX_FILE : MAX_FORM;
            if (request.getContentLengthLong() > most) {
                ((HttpServletResponse) response).setHeader("Connection", "close");
                ((HttpServletResponse) response).setStatus(TOO_LARGE);
                response.flushBuffer();
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
            chain.doFilter(request, response);
        }
    }
}
