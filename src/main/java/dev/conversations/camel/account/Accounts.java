// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import dev.conversations.api.Credentials;
import dev.conversations.api.Gate;
import dev.conversations.api.MediaClient;
import dev.conversations.api.OauthCredentials;
import dev.conversations.api.TwilioClient;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.Hosts;
import dev.conversations.camel.options.Timings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.classic.HttpClient;

/** The clients of a component's accounts; they share connections, and OAuth tokens where client and host agree. */
public final class Accounts extends ServiceSupport {

    private static final URI TOKEN_HOST = URI.create("https://oauth.twilio.com");

    private final CamelContext context;
    private final HttpClients clients;
    private final Map<OauthClient, Credentials> tokens = new ConcurrentHashMap<>();

    public Accounts(CamelContext context) {
        this.context = context;
        this.clients = new HttpClients(context);
    }

    private record OauthClient(HttpClient http, URI host, String id, String secret, Duration longest) {}

    /**
     * A client for the account that the options name.
     *
     * @param gate through which its requests go
     * @throws IllegalArgumentException naming the option that is missing or wrong
     */
    public TwilioClient client(ConversationsConfiguration options, SSLContextParameters tls, Gate gate) {
        URI base = Hosts.api(options);
        return new TwilioClient(
                clients.client(base, options, tls), base, credentials(options, tls), options.longestRequest(), gate,
                Timings.of(context));
    }

    /**
     * A client of the media service for the account that the options name.
     *
     * @throws IllegalArgumentException naming the option that is missing or wrong
     */
    public MediaClient mediaClient(ConversationsConfiguration options, SSLContextParameters tls) {
        URI base = Hosts.media(options);
        return new MediaClient(clients.client(base, options, tls), base, credentials(options, tls),
                options.longestRequest(), options.longestFile(), Timings.of(context));
    }

    private Credentials credentials(ConversationsConfiguration options, SSLContextParameters tls) {
        URI base = Hosts.api(options);
        HttpClient http = clients.client(base, options, tls);
        URI tokenHost = Hosts.isTwilio(base) ? TOKEN_HOST : base;
        return AccountCredentials.of(options, SettingPlace.of(context), (id, secret) ->
                tokens.computeIfAbsent(new OauthClient(http, tokenHost, id, secret, options.longestRequest()), this::oauth));
    }

    private Credentials oauth(OauthClient client) {
        return new OauthCredentials(
                client.http(), client.host().resolve("/v2/token"), client.id(), client.secret(), client.longest(),
                Timings.of(context));
    }

    @Override
    protected void doStop() {
        tokens.clear();
        ServiceHelper.stopService(clients);
    }
}
