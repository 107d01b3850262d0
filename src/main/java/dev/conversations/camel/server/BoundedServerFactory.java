// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.server;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.component.platform.http.main.DefaultMainHttpServerFactory;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.main.HttpServerConfigurationProperties;

/**
 * Makes the HTTP server of Camel Main one within {@link Limits}. As a bean of any name it is taken in place of Camel's
 * own, whose server has no such settings.
 */
public final class BoundedServerFactory extends DefaultMainHttpServerFactory {
    private Limits limits = Limits.DEFAULTS;

    @Override
    public Service newHttpServer(CamelContext camelContext, HttpServerConfigurationProperties configuration) {
        return new BoundedMain((MainHttpServer) super.newHttpServer(camelContext, configuration), limits);
    }

    public Duration getHeadTimeout() {
        return limits.head();
    }

    /** How long the first request of a connection may take until its headers are there; 10 s by default. */
    public void setHeadTimeout(Duration headTimeout) {
        limits = new Limits(headTimeout, limits.keepAlive(), limits.connections());
    }

    public Duration getKeepAliveTimeout() {
        return limits.keepAlive();
    }

    /**
     * How long a connection is kept for another request, headers included; 75 s by default. A proxy in front must
     * forget connections sooner, and most do after 60 s.
     */
    public void setKeepAliveTimeout(Duration keepAliveTimeout) {
        limits = new Limits(limits.head(), keepAliveTimeout, limits.connections());
    }

    public int getMaxConnections() {
        return limits.connections();
    }

    /** How many connections are open at most; 500 by default. */
    public void setMaxConnections(int maxConnections) {
        limits = new Limits(limits.head(), limits.keepAlive(), maxConnections);
    }
}
