package dev.conversations.camel.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.component.vertx.common.VertxHelper;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Camel's Vert.x server with an end to connections, which Camel's own has not and cannot be given. */
final class BoundedServer extends VertxPlatformHttpServer {
    private final VertxPlatformHttpServerConfiguration settings;
    private final long headMillis;
    private final long keepAliveMillis;
    private final int maxConnections;
    private Vertx own;
    private HttpServer server;

    BoundedServer(VertxPlatformHttpServerConfiguration settings, long headMillis, long keepAliveMillis, int maxConnections) {
        super(settings);
        this.settings = settings;
        this.headMillis = headMillis;
        this.keepAliveMillis = keepAliveMillis;
        this.maxConnections = maxConnections;
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
        Connections connections = new Connections(getVertx(), headMillis, keepAliveMillis, maxConnections);
        Router router = VertxPlatformHttpRouter.lookup(
                getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(settings.getBindPort()));
        Router whole = Router.router(getVertx());
        whole.route().handler(context -> watch(context, connections));
        whole.route(settings.getPath() + "*").subRouter(router);
        server = getVertx().createHttpServer(options())
                .connectionHandler(connections::opened)
                .requestHandler(request -> {
                    if (isClear(request)) {
                        whole.handle(request);
                    } else {
                        refuse(request);
                    }
                });
        await(server.listen(settings.getBindPort(), settings.getBindHost()));
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
        HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(false);
        SSLContextParameters tls = settings.getSslContextParameters() == null && settings.isUseGlobalSslContextParameters()
                ? getCamelContext().getSSLContextParameters()
                : settings.getSslContextParameters();
        if (tls != null) {
            VertxHelper.setupSSLOptions(getCamelContext(), tls, options);
        }
        return options;
    }

    private static void watch(RoutingContext context, Connections connections) {
        HttpServerRequest request = context.request();
        connections.begun(request.connection());
        request.end().onSuccess(all -> connections.arrived(request.connection()));
        context.addEndHandler(done -> connections.answered(request.connection()));
        context.next();
    }

    /** Whether all who read the request agree on where it goes and where it ends. */
    private static boolean isClear(HttpServerRequest request) {
        List<String> encodings = request.headers().getAll("Transfer-Encoding");
        boolean old = request.version() == HttpVersion.HTTP_1_0;
        return (request.authority() != null || old)
                && request.headers().getAll("Host").size() <= 1
                && (encodings.isEmpty() || !old && encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked"));
    }

    private static void refuse(HttpServerRequest request) {
        request.response().setStatusCode(400).putHeader("Connection", "close").end()
                .onComplete(written -> request.connection().close());
    }

    private static void await(Future<?> done) {
        done.toCompletionStage().toCompletableFuture().join();
    }
}
