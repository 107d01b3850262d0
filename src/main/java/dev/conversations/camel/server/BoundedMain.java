// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.server;

import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.support.service.ServiceHelper;

/** Camel Main's HTTP server on top of one within limits. */
final class BoundedMain extends MainHttpServer {
    private final Limits limits;
    private BoundedPlatformServer server;

    /** @param settings a server with all the settings of this one, never started */
    BoundedMain(MainHttpServer settings, Limits limits) {
        setCamelContext(settings.getCamelContext());
        setConfiguration(settings.getConfiguration());
        setStaticEnabled(settings.isStaticEnabled());
        setStaticContextPath(settings.getStaticContextPath());
        setStaticSourceDir(settings.getStaticSourceDir());
        this.limits = limits;
    }

    @Override
    protected void doInit() throws Exception {
        getConfiguration().setServerType(VertxPlatformHttpRouter.SERVER_TYPE_SERVER);
        server = new BoundedPlatformServer(getConfiguration(), limits);
        getCamelContext().addService(server);
    }

    @Override
    protected void doStart() throws Exception {
        ServiceHelper.startService(server);
        super.doStart();
    }
}
