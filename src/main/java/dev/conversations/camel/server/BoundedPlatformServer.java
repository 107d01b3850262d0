// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.concurrent.CompletionException;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.component.vertx.common.VertxHelper;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Camel's Vert.x server within limits, which Camel's own has not and cannot be given. */
final class BoundedPlatformServer extends VertxPlatformHttpServer {
    private final VertxPlatformHttpServerConfiguration settings;
    private final Limits limits;
    private Vertx own;
    private HttpServer server;

    BoundedPlatformServer(VertxPlatformHttpServerConfiguration settings, Limits limits) {
        super(settings);
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public HttpServer getServer() {
        return server;
    }

    @Override
    public int getPort() {
        return server == null ? settings.getBindPort() : server.actualPort();
    }

    @Override
    protected Vertx createVertxInstance() {
        own = super.createVertxInstance();
        return own;
    }

    @Override
    protected void startServer() throws Exception {
        Router whole = Router.router(getVertx());
        whole.route(settings.getPath() + "*").subRouter(VertxPlatformHttpRouter.lookup(
                getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(settings.getBindPort())));
        server = BoundedHttpServer.create(getVertx(), options(), limits, whole);
        try {
            await(server.listen(settings.getBindPort(), settings.getBindHost()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof BindException taken ? notTaken(taken) : e;
        }
    }

    private BindException notTaken(BindException cause) {
        BindException told = new BindException("Port %d of %s cannot be taken (%s): choose another with camel.server.port, or stop what has it"
                .formatted(settings.getBindPort(), settings.getBindHost(), cause.getMessage()));
        told.setStackTrace(cause.getStackTrace());
        return told;
    }

    @Override
    protected void stopServer() {
        if (server != null) {
            getCamelContext().removeComponent(PlatformHttpConstants.PLATFORM_HTTP_COMPONENT_NAME);
            await(server.close());
            server = null;
        }
    }

    @Override
    protected void stopVertx() {
        if (own != null) {
            await(own.close());
            own = null;
            setVertx(null);
        }
    }

    private HttpServerOptions options() throws Exception {
        HttpServerOptions options = new HttpServerOptions();
        SSLContextParameters tls = settings.getSslContextParameters() == null && settings.isUseGlobalSslContextParameters()
                ? getCamelContext().getSSLContextParameters()
                : settings.getSslContextParameters();
        if (tls != null) {
            VertxHelper.setupSSLOptions(getCamelContext(), tls, options);
        }
        return options;
    }

    private static void await(Future<?> done) {
        done.toCompletionStage().toCompletableFuture().join();
    }
}
