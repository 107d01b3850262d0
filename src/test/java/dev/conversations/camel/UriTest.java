// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.operation.Operation;
import dev.conversations.camel.options.ConversationsConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URI may say, and what is said when it says something else. */
class UriTest {

    private static final String ACCOUNT = "AC" + "a".repeat(32);
    private static final String SERVICE = "IS" + "b".repeat(32);

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            messages                                        | 'messages' must be resource/method, such as messages/create
            mesages/create                                  | There is no resource 'mesages'; there are addresses, bindings
            messages/send                                   | messages has no method 'send'; there are create, fetch, update, delete, list
            messages/create/more                            | messages has no method 'create/more'
            events/onMessage                                | There is no event 'onMessage'; there are all, onConversationAdd
            events/all?conversationSid=CH1                  | events have no option conversationSid
            messages/create?bodyy=Hi                        | messages/create has no option bodyy; it takes conversationSid
            messages/create?friendlyName=Hi                 | messages/create has no option friendlyName
            messages/create?limit=5                         | messages/create has no option limit
            services/create?chatServiceSid=IS1              | services/create works on the whole account, so it takes no chatServiceSid
            conversations/create?state=gone                 | Option state must be one of initializing, inactive, active, closed
            conversations/create?webhookEnabled=maybe       | Option webhookEnabled must be true or false
            conversations/create?timersInactive=1m          | Option timersInactive must be an ISO 8601 duration
            conversations/list?pageSize=many                | Option pageSize must be a whole number
            conversations/list?limit=0                      | Option limit must be at least 1
            conversations/list?limit=few                    | Option limit must be a whole number
            conversations/list?streaming=perhaps            | Option streaming must be true or false
            messages/create?conversationSid=                | Option conversationSid must name something
            messages/create?body=one&body=two               | Option body takes one value, not several
            messages/create?chatServiceSid=CH1              | Option chatServiceSid must be a SID: IS and 32 hexadecimal digits
            messages/create?contentSid=12                   | Option contentSid must be a SID: HX and 32 hexadecimal digits
            messages/list?region=dublin                     | Option region is 'dublin', but must be two letters and a digit
            messages/list?edge=ie1                          | Option edge is 'ie1', but must be a place
            messages/list?region=ie1&baseUri=http://here    | Option baseUri names the host already, so region and edge must be left out
            messages/list?baseUri=localhost:8080            | Option baseUri must be scheme, host and port only
            messages/list?maxRetries=-1                     | Option maxRetries must not be negative
            messages/list?requestTimeout=0                  | Option requestTimeout must be longer than 0
            messages/list?totalTimeout=-1                   | Option totalTimeout must not be negative
            messages/list?baseUri=http://localhost/v1       | Option baseUri must be scheme, host and port only
            """)
    void aWrongUriFailsAtOnceAndSaysWhyInOneLine(String uri, String reason) {
        assertThatThrownBy(() -> context.getEndpoint("twilio-conversations:" + uri))
                .rootCause().hasMessageContaining(reason).message().doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "messages/create?messagingBindingAddress=+15551230001", "participants/create?lastReadMessageIndex=hush",
        "credentials/create?type=hush"})
    void aRefusalNeverRepeatsTheValue(String uri) {
        assertThatThrownBy(() -> context.getEndpoint("twilio-conversations:" + uri))
                .rootCause().message().doesNotContain("hush").doesNotContain("555");
    }

    @Test
    void everyOperationHasAnEndpoint() {
        for (Operation operation : CatalogTest.operations()) {
            assertThat(context.getEndpoint("twilio-conversations:" + operation.name())).isInstanceOf(ConversationsEndpoint.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                      | https://conversations.twilio.com
            region=ie1                                | https://conversations.ie1.twilio.com
            edge=dublin                               | https://conversations.dublin.us1.twilio.com
            region=ie1&edge=dublin                    | https://conversations.dublin.ie1.twilio.com
            baseUri=http://localhost:8082/            | http://localhost:8082
            """)
    void regionEdgeAndBaseUriDecideWhereCallsGo(String query, String url) {
        ConversationsEndpoint endpoint = context.getEndpoint(
                "twilio-conversations:messages/list?" + (query == null ? "" : query), ConversationsEndpoint.class);
        assertThat(endpoint.getServiceUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                   | No credentials: set accountSid and authToken, or apiKeySid and apiKeySecret, or
            accountSid=x                           | Option accountSid is set, but authToken is not
            authToken=hush                         | Option authToken is set, but accountSid is not
            apiKeySid=x                            | Option apiKeySid is set, but apiKeySecret is not
            oauthClientSecret=hush                 | Option oauthClientSecret is set, but oauthClientId is not
            accountSid=hush&authToken=hush         | Option accountSid must be a SID: AC and 32 hexadecimal digits
            apiKeySid=hush&apiKeySecret=hush       | Option apiKeySid must be a SID: SK and 32 hexadecimal digits
            """)
    void aRouteWithoutCredentialsDoesNotStart(String query, String reason) {
        RouteBuilder route = new RouteBuilder(context) {
            @Override
            public void configure() {
                from("direct:in").to("twilio-conversations:messages/create?" + (query == null ? "" : query));
            }
        };
        assertThatThrownBy(() -> context.addRoutes(route))
                .rootCause().hasMessageContaining(reason).message().doesNotContain("hush").doesNotContain("\n");
    }

    @Test
    void aLazyRouteStartsWithoutThemAndFailsWithItsFirstMessage() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("twilio-conversations:services/list?lazyStartProducer=true");
            }
        });
        assertThat(context.createProducerTemplate().send("direct:in", exchange -> {}).getException())
                .hasMessageContaining("No credentials");
    }

    @Test
    void credentialsInAUriNeverMixWithThoseOfTheComponent() {
        ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
        component.getConfiguration().setApiKeySid("SK" + "c".repeat(32));
        component.getConfiguration().setApiKeySecret("secret");
        assertThat(options("services/list").getApiKeySid()).isNotNull();
        assertThat(options("services/list?accountSid=" + ACCOUNT + "&authToken=token").getApiKeySid()).isNull();
        assertThat(component.getConfiguration().getApiKeySid()).isNotNull();
    }

    @Test
    void theServiceOfTheComponentIsForOperationsThatTakeOne() throws Exception {
        ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
        component.setChatServiceSid("IS1");
        assertThatThrownBy(() -> context.getEndpoint("twilio-conversations:messages/list"))
                .rootCause().hasMessageContaining("Option chatServiceSid must be a SID");
        assertThat(context.getEndpoint("twilio-conversations:services/list")).isNotNull();
        assertThat(context.getEndpoint("twilio-conversations:messages/list?chatServiceSid=" + SERVICE)).isNotNull();
    }

    @Test
    void optionsOfTheHttpClientAreSetOnTheComponentToo() {
        ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
        PropertyBindingSupport.build().withCamelContext(context).withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperty("httpOptions[proxyHost]", "proxy").withProperty("http-options.proxyPort", "3128").bind();
        assertThat(options("services/list?http.proxyPort=8080").getHttpOptions())
                .containsEntry("proxyHost", "proxy").containsEntry("proxyPort", "8080");
        assertThat(component.getConfiguration().getHttpOptions()).containsEntry("proxyPort", "3128");
    }

    @Test
    void anUnknownOptionOfTheHttpClientIsNamed() throws Exception {
        ConversationsEndpoint endpoint = context.getEndpoint(
                "twilio-conversations:services/list?accountSid=" + ACCOUNT + "&authToken=token&http.proxyHots=x",
                ConversationsEndpoint.class);
        Producer producer = endpoint.createProducer();
        assertThatThrownBy(producer::start).hasMessageContaining("camel-http has no option proxyHots");
    }

    @Test
    void eventsAreNotCalledAndOperationsAreNotReceived() {
        assertThatThrownBy(() -> context.getEndpoint("twilio-conversations:events/all").createProducer())
                .hasMessage("events/all is received, not called: it stands in from");
        assertThatThrownBy(() -> context.getEndpoint("twilio-conversations:messages/create").createConsumer(exchange -> {}))
                .hasMessage("messages/create is called, so it stands in to; only lists are polled");
    }

    private ConversationsConfiguration options(String uri) {
        return context.getEndpoint("twilio-conversations:" + uri, ConversationsEndpoint.class).getConfiguration();
    }
}
