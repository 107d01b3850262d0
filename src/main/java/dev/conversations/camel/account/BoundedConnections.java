// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;

/**
 * Connections over which no server sends more ahead of a reply's content than memory takes, and that are looked at before use once
 * they have rested, since servers close them then. All else is as Camel's http component says.
 */
final class BoundedConnections {

    private static final Http1Config HEADS = Http1Config.custom().setMaxLineLength(16 * 1024).setMaxHeaderCount(100).build();
    private static final int MOST_INTERIM_REPLIES = 10;

    /** Looking costs a millisecond, so a connection in steady use is not looked at. */
    private static final TimeValue RESTED = TimeValue.ofMilliseconds(10);

    private final HttpComponent http;

    BoundedConnections(HttpComponent http) {
        this.http = http;
    }

    /**
     * Gives the endpoint its connections, unless the component was given some by hand.
     *
     * @param options what the endpoint was made of
     */
    void into(HttpEndpoint endpoint, Map<String, Object> options) throws GeneralSecurityException, IOException {
        endpoint.getClientBuilder().setRequestExecutor(new Impatient());
        if (http.getClientConnectionManager() == null
                && endpoint.getClientConnectionManager() instanceof PoolingHttpClientConnectionManager made) {
            endpoint.setClientConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(HEADS).build())
                    .setDefaultConnectionConfig(ConnectionConfig.custom().setValidateAfterInactivity(RESTED)
                            .setTimeToLive(TimeValue.ofMilliseconds(http.getConnectionTimeToLive())).build())
                    .setDefaultSocketConfig(made.getDefaultSocketConfig())
                    .setMaxConnTotal(made.getMaxTotal())
                    .setMaxConnPerRoute(made.getDefaultMaxPerRoute())
                    .setTlsSocketStrategy(tls(endpoint, new HashMap<>(options)))
                    .build());
            made.close();
        }
    }

    private TlsSocketStrategy tls(HttpEndpoint endpoint, Map<String, Object> options) throws GeneralSecurityException, IOException {
        SSLContextParameters parameters = http.resolveAndRemoveReferenceParameter(
                options, "sslContextParameters", SSLContextParameters.class, ofComponent());
        HostnameVerifier verifier = http.resolveAndRemoveReferenceParameter(
                options, "x509HostnameVerifier", HostnameVerifier.class, http.getX509HostnameVerifier());
        SSLContext context = parameters != null ? parameters.createSSLContext(http.getCamelContext())
                : endpoint.isUseSystemProperties() ? SSLContexts.createSystemDefault() : SSLContexts.createDefault();
        return new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.CLIENT,
                verifier == null ? HttpsSupport.getDefaultHostnameVerifier() : verifier);
    }

    private SSLContextParameters ofComponent() {
        return http.getSslContextParameters() == null && http.isUseGlobalSslContextParameters()
                ? http.getCamelContext().getSSLContextParameters()
                : http.getSslContextParameters();
    }

    /** Waits for a reply through some interim ones, not for ever. */
    private static final class Impatient extends HttpRequestExecutor {

        private static final String INTERIM = "twilio-conversations.interim-replies";

        @Override
        public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
                HttpResponseInformationCallback told, HttpContext context) throws IOException, HttpException {
            context.removeAttribute(INTERIM);
            return super.execute(request, connection, told == null ? Impatient::count : (response, on, within) -> {
                count(response, on, within);
                told.execute(response, on, within);
            }, context);
        }

        private static void count(HttpResponse response, HttpConnection on, HttpContext within) throws ProtocolException {
            int interim = within.getAttribute(INTERIM) instanceof Integer before ? before + 1 : 1;
            if (interim > MOST_INTERIM_REPLIES) {
                throw new ProtocolException("Only interim replies come");
            }
            within.setAttribute(INTERIM, interim);
        }
    }
}
