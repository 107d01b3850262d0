// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.conversations.api.TwilioException;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls over HTTP: what is sent, what comes back, and when it is tried again. */
class ProducerTest {

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private static final String ACCOUNT = "AC" + "a".repeat(32);
    private static final String CONVERSATION = "{\"sid\":\"CH1\",\"state\":\"active\"}";

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
        ConversationsConfiguration options =
                context.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration();
        options.setBaseUri(TWILIO.baseUrl());
        options.setAccountSid(ACCOUNT);
        options.setAuthToken("token");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aCallSendsOptionsAndReturnsTheRecord() {
        TWILIO.stubFor(any(anyUrl()).willReturn(okJson("{\"sid\":\"IM1\"}").withHeader("Twilio-Request-Id", "RQ1")));
        Exchange exchange = send("messages/create?conversationSid=CH1", message -> {
            message.setBody("Hello");
            message.setHeader(ConversationsHeaders.AUTHOR, "ann");
        });
        TWILIO.verify(postRequestedFor(urlEqualTo("/v1/Conversations/CH1/Messages"))
                .withBasicAuth(new BasicCredentials(ACCOUNT, "token"))
                .withRequestBody(containing("Author=ann")).withRequestBody(containing("Body=Hello")));
        assertThat(exchange.getMessage().getBody(Message.class).sid()).isEqualTo("IM1");
        assertThat(exchange.getMessage().getHeaders()).containsOnly(
                entry(ConversationsHeaders.AUTHOR, "ann"), entry(ConversationsHeaders.STATUS, 200),
                entry(ConversationsHeaders.REQUEST_ID, "RQ1"), entry(ConversationsHeaders.ATTEMPTS, 1));
    }

    @Test
    void aDeleteLeavesNoBody() {
        TWILIO.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        Exchange exchange = send(
                "messages/delete?conversationSid=CH1&sid=IM00000000000000000000000000000001", message -> message.setBody("left over"));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeader(ConversationsHeaders.STATUS)).isEqualTo(204);
    }

    @Test
    void whatIsMissingAtTheTimeOfTheCallIsNamedAndNothingIsSent() {
        Exchange exchange = send("messages/fetch?conversationSid=CH1", message -> {});
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("messages/fetch needs option sid");
        assertThat(TWILIO.getAllServeEvents()).isEmpty();
    }

    @Test
    void aRefusalIsATwilioException() {
        TWILIO.stubFor(any(anyUrl()).willReturn(
                aResponse().withStatus(404).withBody("{\"code\":20404,\"message\":\"gone\"}")));
        Exchange exchange = send("conversations/fetch?sid=CH1", message -> {
            message.setHeader(ConversationsHeaders.STATUS, 200);
            message.setHeader(ConversationsHeaders.REQUEST_ID, "RQ of an earlier call");
        });
        assertThat(exchange.getException(TwilioException.class).isNotFound()).isTrue();
        assertThat(exchange.getMessage().getHeaders()).containsOnly(
                entry(ConversationsHeaders.STATUS, 404), entry(ConversationsHeaders.ATTEMPTS, 1));
    }

    @Test
    void aListIsReadToItsEndOrItsLimit() {
        pages();
        assertThat(list("conversations/list")).extracting(Conversation::sid).containsExactly("CH1", "CH2", "CH3");
        TWILIO.verify(getRequestedFor(urlEqualTo("/v1/Conversations")));
        assertThat(list("conversations/list?limit=2")).extracting(Conversation::sid).containsExactly("CH1", "CH2");
        TWILIO.verify(getRequestedFor(urlEqualTo("/v1/Conversations?PageSize=2")));
        TWILIO.verify(1, getRequestedFor(urlPathEqualTo("/v1/Page2")));
    }

    @Test
    void aStreamFetchesPagesAsTheyAreRead() {
        pages();
        Exchange exchange = send("conversations/list?streaming=true", message -> {});
        Iterator<?> items = exchange.getMessage().getBody(Iterator.class);
        assertThat(TWILIO.getAllServeEvents()).isEmpty();
        assertThat(items.next()).isInstanceOf(Conversation.class);
        assertThat(TWILIO.getAllServeEvents()).hasSize(1);
        items.next();
        items.next();
        assertThat(items.hasNext()).isFalse();
        assertThat(TWILIO.getAllServeEvents()).hasSize(2);
    }

    @Test
    void aRateLimitedCreateIsTriedAgainWithoutHoldingTheThreadIfThatIsWanted() throws Exception {
        firstThen(aResponse().withStatus(429).withHeader("Retry-After", "1"), okJson(CONVERSATION));
        AsyncProducer producer = producer("conversations/create?asyncDelayedRetry=true");
        Exchange exchange = new DefaultExchange(context);
        AtomicBoolean resultWasThere = new AtomicBoolean();
        boolean over = producer.process(exchange, doneSync -> resultWasThere.set(!doneSync
                && exchange.getMessage().getBody() instanceof Conversation));
        assertThat(over).isFalse();
        await().untilTrue(resultWasThere);
        assertThat(exchange.getMessage().getHeader(ConversationsHeaders.ATTEMPTS)).isEqualTo(2);
    }

    @Test
    void aFailedFetchIsTriedAgainAndAFailedCreateIsNot() {
        firstThen(aResponse().withStatus(503), okJson(CONVERSATION));
        assertThat(send("conversations/fetch?sid=CH1", message -> {}).getException()).isNull();
        firstThen(aResponse().withStatus(503), okJson(CONVERSATION));
        assertThat(send("conversations/create", message -> {}).getException(TwilioException.class).getStatus())
                .isEqualTo(503);
    }

    @Test
    void aBrokenConnectionIsTriedAgainOnlyWhereThatIsHarmless() {
        firstThen(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson(CONVERSATION));
        assertThat(send("conversations/fetch?sid=CH1", message -> {}).getException()).isNull();
        firstThen(aResponse().withFault(Fault.EMPTY_RESPONSE), okJson(CONVERSATION));
        assertThat(send("conversations/create", message -> {}).getException()).isInstanceOf(IOException.class);
        assertThat(TWILIO.getAllServeEvents()).hasSize(3);
    }

    @Test
    void retriesEndWithTheirNumberAndWithTheirTime() {
        TWILIO.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(send("conversations/fetch?sid=CH1&maxRetries=0", message -> {})
                .getMessage().getHeader(ConversationsHeaders.ATTEMPTS)).isEqualTo(1);
        assertThat(send("conversations/fetch?sid=CH1&totalTimeout=1", message -> {})
                .getMessage().getHeader(ConversationsHeaders.ATTEMPTS)).isEqualTo(1);
    }

    @Test
    void anAnswerThatTakesTooLongIsAnIoException() {
        TWILIO.stubFor(any(anyUrl()).willReturn(okJson(CONVERSATION).withFixedDelay(5000)));
        assertThat(send("conversations/create?requestTimeout=100ms", message -> {}).getException())
                .isInstanceOf(IOException.class);
    }

    private void pages() {
        TWILIO.stubFor(any(urlPathEqualTo("/v1/Conversations")).willReturn(okJson("""
                {"conversations":[{"sid":"CH1"},{"sid":"CH2"}],"meta":{"next_page_url":"https://x.example/v1/Page2"}}""")));
        TWILIO.stubFor(any(urlPathEqualTo("/v1/Page2")).willReturn(okJson("""
                {"conversations":[{"sid":"CH3"}],"meta":{"next_page_url":null}}""")));
    }

    private void firstThen(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        TWILIO.resetScenarios();
        TWILIO.stubFor(any(anyUrl()).inScenario("calls").whenScenarioStateIs(Scenario.STARTED).willReturn(first)
                .willSetStateTo("again"));
        TWILIO.stubFor(any(anyUrl()).inScenario("calls").whenScenarioStateIs("again").willReturn(then));
    }

    private List<Conversation> list(String operation) {
        List<?> items = send(operation, message -> {}).getMessage().getBody(List.class);
        return items.stream().map(Conversation.class::cast).toList();
    }

    private AsyncProducer producer(String operation) throws Exception {
        AsyncProducer producer = context.getEndpoint("twilio-conversations:" + operation).createAsyncProducer();
        producer.start();
        return producer;
    }

    private Exchange send(String operation, Consumer<org.apache.camel.Message> message) {
        return context.createProducerTemplate().send(
                "twilio-conversations:" + operation, exchange -> message.accept(exchange.getMessage()));
    }
}
