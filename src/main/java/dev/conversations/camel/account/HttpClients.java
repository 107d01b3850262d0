// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import dev.conversations.camel.options.ConversationsConfiguration;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP clients of a component, one for each way of being set up. Camel's http component makes them, so its options
 * count; where they were left at its defaults, ours apply. Whatever the options say, the clients follow no redirects, keep
 * no cookies, repeat nothing by themselves and have {@link BoundedConnections}.
 */
final class HttpClients extends ServiceSupport {

    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(10);
    private static final Timeout LEASE_TIMEOUT = Timeout.ofSeconds(10);
    private static final int CONNECTIONS_PER_ROUTE = 200;

    /** A proxy is spoken to in plain text, by which it opens tunnels for TLS. */
    private static final String PROXY_SCHEME = "http";

    private final CamelContext context;
    private final Map<Setup, HttpEndpoint> endpoints = new ConcurrentHashMap<>();

    HttpClients(CamelContext context) {
        this.context = context;
    }

    private record Setup(String scheme, Map<String, Object> options) {}

    /**
     * The client for a host.
     *
     * @param tls how to set up TLS; null as Camel's http component says
     * @throws IllegalArgumentException naming the {@code http.} option that is unknown
     */
    HttpClient client(URI base, ConversationsConfiguration configuration, SSLContextParameters tls) {
        Map<String, Object> options = new HashMap<>();
        options.put("responseTimeout", Timeout.ofMilliseconds(configuration.getRequestTimeout()));
        options.put("soTimeout", Timeout.ofMilliseconds(configuration.getRequestTimeout()));
        if (tls != null && base.getScheme().equals("https")) {
            options.put("sslContextParameters", tls);
        }
        options.putAll(configuration.getHttpOptions());
        return endpoints.computeIfAbsent(new Setup(base.getScheme(), options), this::open).getHttpClient();
    }

    private HttpEndpoint open(Setup setup) {
        HttpComponent http = context.getComponent(setup.scheme(), HttpComponent.class);
        Map<String, Object> options = defaults(http);
        options.putAll(setup.options());
        try {
            String uri = setup.scheme() + "://twilio-conversations";
            HttpEndpoint endpoint = (HttpEndpoint) http.createEndpoint(uri, options);
            String unknown = endpoint.getHttpUri().getRawQuery();
            if (unknown != null) {
                throw new IllegalArgumentException("camel-http has no option %s, given with the prefix http.".formatted(
                        unknown.replaceAll("=[^&]*", "").replace("&", ", ")));
            }
            new BoundedConnections(http).into(endpoint, options);
            endpoint.getClientBuilder().disableRedirectHandling().disableCookieManagement().disableAutomaticRetries();
            ServiceHelper.startService(endpoint);
            return endpoint;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** Our defaults for what nobody set on Camel's http component. */
    private static Map<String, Object> defaults(HttpComponent http) {
        HttpComponent untouched = new HttpComponent();
        Map<String, Object> options = new HashMap<>();
        if (http.getConnectTimeout() == untouched.getConnectTimeout()) {
            options.put("connectTimeout", CONNECT_TIMEOUT);
        }
        if (http.getConnectionRequestTimeout() == untouched.getConnectionRequestTimeout()) {
            options.put("connectionRequestTimeout", LEASE_TIMEOUT);
        }
        if (http.getConnectionsPerRoute() == untouched.getConnectionsPerRoute()) {
            options.put("connectionsPerRoute", CONNECTIONS_PER_ROUTE);
        }
        if (http.getProxyAuthScheme() == null) {
            options.put("proxyAuthScheme", PROXY_SCHEME);
        }
        return options;
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(endpoints.values());
        endpoints.clear();
    }
}
