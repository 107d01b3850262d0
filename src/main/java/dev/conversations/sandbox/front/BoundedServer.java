package dev.conversations.sandbox.front;

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
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's server, which keeps whole requests in memory, behind a limit of their size. */
final class BoundedServer extends Jetty11HttpServer {

    /** The most bytes of a form. */
    private static final int MAX_FORM = 1024 * 1024;

    /** The most bytes of a file; Twilio takes 150 MB. */
    private static final int MAX_FILE = 16 * 1024 * 1024;

    private static final int TOO_LARGE = 413;

    private final Front front;

    BoundedServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs, Front front) {
        super(options, admin, stubs);
        this.front = front;
    }

    @Override
    protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
        context.addFilter(new FilterHolder(new Limit()), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private final class Limit implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            Request jetty = Request.getBaseRequest(request);
            long most = front.takesFiles(jetty.getRequestURI()) ? MAX_FILE : MAX_FORM;
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
