// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/** A client with a single connection, which every call is to give back, to a server of prepared replies. */
final class StubbedClient implements AutoCloseable {

    final StubServer server = new StubServer();
    final CloseableHttpClient http;
    final TwilioClient client;
    private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();

    StubbedClient() throws IOException {
        pool.setMaxTotal(1);
        http = HttpClientBuilder.create().setConnectionManager(pool).disableAutomaticRetries().disableRedirectHandling().build();
        client = new TwilioClient(http, server.base(), Credentials.basic("AC1", "token"));
    }

    @Override
    public void close() throws IOException {
        assertThat(pool.getTotalStats().getLeased()).isZero();
        http.close();
        server.close();
    }
}
