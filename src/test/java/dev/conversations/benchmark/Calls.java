// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.conversation.Message;
import dev.conversations.api.Credentials;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.benchmark.measure.Comparison;
import dev.conversations.benchmark.measure.Table;
import dev.conversations.benchmark.server.TwilioStub;
import dev.conversations.camel.ConversationsComponent;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Creating a message and listing messages: by bare HTTP, by this project's client, by routes around several clients. */
final class Calls implements AutoCloseable {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String ACCOUNT = "AC" + "0".repeat(32);
    static final String CONVERSATION = "CH" + "0".repeat(32);
    private static final int CONNECTIONS = 200;
    private static final String MESSAGES = "/v1/Conversations/" + CONVERSATION + "/Messages";
    private static final Operation CREATE = Operations.find("messages", "create").orElseThrow();
    private static final Operation LIST = Operations.find("messages", "list").orElseThrow();

    private final TwilioStub twilio = new TwilioStub();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CloseableHttpClient http = HttpClientBuilder.create()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS).build())
            .disableRedirectHandling().disableCookieManagement().disableAutomaticRetries().build();
    private final ObjectMapper json = new ObjectMapper();

    private Calls() throws IOException {}

    static Calls start() throws Exception {
        Calls calls = new Calls();
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(ACCOUNT);
        component.getConfiguration().setAuthToken(TOKEN);
        component.getConfiguration().setBaseUri(calls.twilio.base());
        calls.context.addComponent("twilio-conversations", component);
        calls.context.addRoutes(calls.routes());
        calls.context.start();
        return calls;
    }

    Table create() {
        ProducerTemplate camel = context.createProducerTemplate();
        TwilioClient client = client();
        TwilioRestClient sdk = sdk();
        return Comparison.ofCallers("Creating a message", 800, 1)
                .way("HttpClient and Jackson", () -> bareCreate("Hello"))
                .way("this project's client, without Camel",
                        () -> client.call(CREATE, Map.of("conversationSid", CONVERSATION, "body", "Hello")))
                .way("HttpClient and Jackson in a route",
                        () -> camel.request("direct:bare", exchange -> exchange.getMessage().setBody(bareCreate("Hello"))))
                .way("twilio-conversations:messages/create in a route", () -> camel.requestBody("direct:create", "Hello"))
                .way("Twilio's SDK in a route", () -> camel.request("direct:bare", exchange -> exchange.getMessage().setBody(
                        Message.creator(CONVERSATION).setBody("Hello").create(sdk))))
                .way("http: in a route, JSON read by Jackson", () -> camel.requestBody("direct:http", "Body=Hello"));
    }

    Table list() {
        ProducerTemplate camel = context.createProducerTemplate();
        TwilioClient client = client();
        TwilioRestClient sdk = sdk();
        return Comparison.ofCallers("An item of a list of " + TwilioStub.ITEMS + " messages", 80, TwilioStub.ITEMS)
                .way("HttpClient, Jackson's maps", this::bareList)
                .way("this project's client, without Camel",
                        () -> client.call(LIST, Map.of("conversationSid", CONVERSATION, "pageSize", TwilioStub.ITEMS)))
                .way("twilio-conversations:messages/list in a route", () -> camel.requestBody("direct:list", ""))
                .way("Twilio's SDK", () -> Message.reader(CONVERSATION).firstPage(sdk));
    }

    private Map<?, ?> bareCreate(String body) throws IOException {
        HttpPost request = new HttpPost(twilio.base() + MESSAGES);
        request.setEntity(new UrlEncodedFormEntity(List.of(new BasicNameValuePair("Body", body)), UTF_8));
        return bare(request);
    }

    private Map<?, ?> bareList() throws IOException {
        return bare(new HttpGet(twilio.base() + MESSAGES + "?PageSize=" + TwilioStub.ITEMS));
    }

    private Map<?, ?> bare(HttpUriRequestBase request) throws IOException {
        String credentials = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(UTF_8));
        request.setHeader("Authorization", "Basic " + credentials);
        request.setHeader("Accept", "application/json");
        return http.execute(request, response -> json.readValue(response.getEntity().getContent(), Map.class));
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:create").to("twilio-conversations:messages/create?conversationSid=" + CONVERSATION);
                from("direct:list").to("twilio-conversations:messages/list?conversationSid=" + CONVERSATION
                        + "&pageSize=" + TwilioStub.ITEMS);
                from("direct:bare").to("log:bare?level=TRACE");
                from("direct:http").setHeader("Content-Type", constant("application/x-www-form-urlencoded"))
                        .to(twilio.base() + MESSAGES + "?authMethod=Basic&authenticationPreemptive=true"
                                + "&connectionsPerRoute=" + CONNECTIONS
                                + "&authUsername=" + ACCOUNT + "&authPassword=" + TOKEN)
                        .unmarshal().json();
            }
        };
    }

    private TwilioClient client() {
        return new TwilioClient(http, URI.create(twilio.base()), Credentials.basic(ACCOUNT, TOKEN));
    }

    private TwilioRestClient sdk() {
        HttpRoute route = new HttpRoute(new HttpHost("http", "localhost", twilio.port()));
        HttpClientBuilder local = HttpClientBuilder.create().setRoutePlanner((host, context) -> route);
        return new TwilioRestClient.Builder(ACCOUNT, TOKEN).httpClient(new NetworkHttpClient(local)).build();
    }

    @Override
    public void close() throws IOException {
        context.close();
        http.close();
        twilio.close();
    }
}
