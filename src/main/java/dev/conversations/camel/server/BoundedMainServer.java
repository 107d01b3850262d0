package dev.conversations.camel.server;

import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.support.service.ServiceHelper;

/** Camel Main's HTTP server on top of another than Camel's own. */
final class BoundedMainServer extends MainHttpServer {
    private final long headMillis;
    private final long keepAliveMillis;
    private final int maxConnections;
    private BoundedServer server;

    /** @param settings a server with all the settings of this one, never started */
    BoundedMainServer(MainHttpServer settings, long headMillis, long keepAliveMillis, int maxConnections) {
        setCamelContext(settings.getCamelContext());
        setConfiguration(settings.getConfiguration());
        setStaticEnabled(settings.isStaticEnabled());
        setStaticContextPath(settings.getStaticContextPath());
        setStaticSourceDir(settings.getStaticSourceDir());
        this.headMillis = headMillis;
        this.keepAliveMillis = keepAliveMillis;
        this.maxConnections = maxConnections;
    }

    @Override
    protected void doInit() throws Exception {
        getConfiguration().setServerType(VertxPlatformHttpRouter.SERVER_TYPE_SERVER);
        server = new BoundedServer(getConfiguration(), headMillis, keepAliveMillis, maxConnections);
        getCamelContext().addService(server);
    }

    @Override
    protected void doStart() throws Exception {
        ServiceHelper.startService(server);
        super.doStart();
    }
}
