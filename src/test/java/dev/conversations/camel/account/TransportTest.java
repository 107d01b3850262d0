// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.conversations.api.TwilioException;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.options.ConversationsConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP client: TLS, proxy, and what of camel-http's options counts. */
class TransportTest {

    private static final String CALL = "conversations/fetch?sid=CH1";
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static Path keyStore;
    private static WireMockServer server;

    private final CamelContext context = new DefaultCamelContext();
    private ConversationsComponent component;

    @BeforeAll
    static void open() throws Exception {
        keyStore = folder.resolve("server.p12");
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "server", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
                "-storetype", "PKCS12", "-keystore", keyStore.toString(), "-storepass", PASSWORD).start().waitFor(30, TimeUnit.SECONDS);
        server = new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort().keystorePath(keyStore.toString())
                .keystorePassword(PASSWORD).keyManagerPassword(PASSWORD).keystoreType("PKCS12"));
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop();
    }

    @BeforeEach
    void start() {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"sid\":\"CH1\"}")));
        component = context.getComponent("twilio-conversations", ConversationsComponent.class);
        component.getConfiguration().setAccountSid("AC" + "a".repeat(32));
        component.getConfiguration().setAuthToken("token");
        component.getConfiguration().setMaxRetries(0);
        component.getConfiguration().setBaseUri("https://localhost:" + server.httpsPort());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aServerThatNobodyTrustsGetsNoCredentials() {
        assertThat(send(CALL).getException()).hasMessageContaining("was not sent to").hasCauseInstanceOf(SSLException.class);
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void theComponentSaysWhomToTrust() {
        component.getConfiguration().setSslContextParameters(trust());
        assertThat(send(CALL).getException()).isNull();
    }

    @Test
    void theEndpointSaysWhomToTrust() {
        context.getRegistry().bind("trust", trust());
        assertThat(send(CALL + "&sslContextParameters=#trust").getException()).isNull();
        assertThat(send(CALL).getException()).hasMessageContaining("was not sent to").hasCauseInstanceOf(SSLException.class);
    }

    @Test
    void theGlobalParametersSayWhomToTrustIfTheyMay() {
        context.setSSLContextParameters(trust());
        assertThat(send(CALL).getException()).hasMessageContaining("was not sent to").hasCauseInstanceOf(SSLException.class);
        component.setUseGlobalSslContextParameters(true);
        assertThat(send(CALL + "&maxRetries=1").getException()).isNull();
    }

    @Test
    void callsGoThroughAProxy() {
        component.getConfiguration().setBaseUri("http://conversations.example");
        assertThat(send(CALL + "&http.proxyHost=localhost&http.proxyPort=" + server.port()).getException()).isNull();
        server.verify(getRequestedFor(urlEqualTo("/v1/Conversations/CH1")).withHost(equalTo("conversations.example")));
    }

    @Test
    void callsOverTlsGoThroughTheTunnelOfAPlainProxy() throws IOException {
        component.getConfiguration().setSslContextParameters(trust());
        try (TunnelProxy proxy = new TunnelProxy()) {
            assertThat(send(CALL + "&http.proxyHost=localhost&http.proxyPort=" + proxy.port()).getException()).isNull();
            assertThat(proxy.targets()).containsExactly("localhost:" + server.httpsPort());
        }
    }

    @Test
    void aProxyOfCamelsHttpComponentCounts() {
        component.getConfiguration().setBaseUri("http://conversations.example");
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setProxyHost("localhost");
        http.setProxyPort(server.port());
        assertThat(send(CALL).getException()).isNull();
    }

    @Test
    void aRedirectGetsNoCredentials() {
        component.getConfiguration().setBaseUri("http://localhost:" + server.port());
        server.stubFor(any(urlEqualTo("/v1/Conversations/CH1")).willReturn(temporaryRedirect("/elsewhere")));
        assertThat(send(CALL + "&http.followRedirects=true").getException()).isInstanceOf(TwilioException.class);
        server.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void noCookieIsKept() {
        component.getConfiguration().setBaseUri("http://localhost:" + server.port());
        server.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("Set-Cookie", "session=1")));
        send(CALL);
        send(CALL);
        server.verify(2, getRequestedFor(anyUrl()).withoutHeader("Cookie"));
    }

    @Test
    void endpointsThatAreSetUpAlikeShareAClient() {
        component.getConfiguration().setBaseUri("http://localhost:" + server.port());
        HttpClients clients = new HttpClients(context);
        ConversationsConfiguration options = component.getConfiguration();
        URI base = URI.create(options.getBaseUri());
        assertThat(clients.client(base, options, null)).isSameAs(clients.client(base, options.copy(), null));
        options.addHttpOptions(Map.of("connectionsPerRoute", "5"));
        assertThat(clients.client(base, options, null)).isNotSameAs(
                clients.client(base, new ConversationsConfiguration(), null));
        clients.stop();
    }

    private static SSLContextParameters trust() {
        KeyStoreParameters keys = new KeyStoreParameters();
        keys.setResource("file:" + keyStore);
        keys.setPassword(PASSWORD);
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(keys);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }

    private Exchange send(String operation) {
        return context.createProducerTemplate().send("twilio-conversations:" + operation, exchange -> {});
    }
}
