package dev.conversations.camel.server;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.component.platform.http.main.DefaultMainHttpServerFactory;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.main.HttpServerConfigurationProperties;
import org.apache.camel.main.MainHttpServerFactory;

/**
 * Makes the HTTP server of Camel Main one that strangers cannot fill: connections that bring no request come to an end,
 * there are only so many of them, and what proxies could understand differently is refused. As a bean of any name it is
 * taken in place of Camel's own, whose server has no such settings.
 */
public final class BoundedServerFactory extends DefaultMainHttpServerFactory implements MainHttpServerFactory {
    private Duration headTimeout = Duration.ofSeconds(10);
    private Duration keepAliveTimeout = Duration.ofSeconds(75);
    private int maxConnections = 500;

    @Override
    public Service newHttpServer(CamelContext camelContext, HttpServerConfigurationProperties configuration) {
        MainHttpServer server = (MainHttpServer) super.newHttpServer(camelContext, configuration);
        return new BoundedMainServer(server, headTimeout.toMillis(), keepAliveTimeout.toMillis(), maxConnections);
    }

    public Duration getHeadTimeout() {
        return headTimeout;
    }

    /** How long the first request of a connection may take until its headers are there; 10 s by default. */
    public void setHeadTimeout(Duration headTimeout) {
        this.headTimeout = positive("headTimeout", headTimeout);
    }

    public Duration getKeepAliveTimeout() {
        return keepAliveTimeout;
    }

    /**
     * How long a connection is kept for another request, headers included; 75 s by default. A proxy in front must
     * forget connections sooner, and most do after 60 s.
     */
    public void setKeepAliveTimeout(Duration keepAliveTimeout) {
        this.keepAliveTimeout = positive("keepAliveTimeout", keepAliveTimeout);
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    /**
     * How many connections are open at most, 500 by default; beyond, the one that has kept the server waiting for the
     * longest time is closed.
     */
    public void setMaxConnections(int maxConnections) {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections is " + maxConnections + ": it is 1 or more");
        }
        this.maxConnections = maxConnections;
    }

    private static Duration positive(String name, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " is " + duration + ": it is a millisecond or more");
        }
        return duration;
    }
}
