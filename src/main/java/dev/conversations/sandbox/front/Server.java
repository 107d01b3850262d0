// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;

/** Listens on the local host for what a front answers. */
public final class Server implements AutoCloseable {

    /** One for each connection, as one that is read from slowly keeps its own, and some for the server itself. */
    private static final int THREADS = Connections.MOST + 20;

    /** How many may knock at once; who finds no place here tries again after a second. */
    private static final int BACKLOG = 1_024;

    private final WireMockServer wiremock;

    private Server(WireMockServer wiremock) {
        this.wiremock = wiremock;
    }

    /**
     * Starts one.
     *
     * @param port where it listens; 0 for any free port
     * @throws IllegalStateException when the port is in use
     */
    public static Server listen(int port, Front front) {
        WireMockServer wiremock = new WireMockServer(WireMockConfiguration.options()
                .port(port).bindAddress("127.0.0.1").asynchronousResponseEnabled(true)
                .timeout(2 * Front.SILENCE_MILLIS).containerThreads(THREADS).jettyAcceptQueueSize(BACKLOG)
                .httpServerFactory((options, admin, stubs) -> new BoundedServer(options, admin, stubs, front))
                .extensions(front)
                .adminAuthenticator(request -> false).disableRequestJournal().stubRequestLoggingDisabled(true)
                .gzipDisabled(true).notifier(new Slf4jNotifier(false)));
        wiremock.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok().withTransformers(front.getName())));
        try {
            wiremock.start();
        } catch (FatalStartupException e) {
            throw new IllegalStateException("The sandbox cannot listen on port " + port
                    + ": it is in use or not allowed; choose another, or 0 for any free one");
        }
        return new Server(wiremock);
    }

    /** Scheme, host and port. */
    public URI uri() {
        return URI.create("http://localhost:" + wiremock.port());
    }

    @Override
    public void close() {
        wiremock.stop();
    }
}
