// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.conversations.api.TwilioException;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.options.ConversationsConfiguration;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as no Twilio should send them: each is a clear error and gives its connection back. */
class HostileReplyTest {

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        ConversationsConfiguration options =
                context.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration();
        options.setBaseUri(SERVER.baseUrl());
        options.setAccountSid("AC" + "a".repeat(32));
        options.setAuthToken("token");
        options.setMaxRetries(0);
        options.addHttpOptions(Map.of("connectionsPerRoute", "1", "connectionRequestTimeout", "1000"));
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static Stream<Arguments> replies() {
        String html = "<html><body>Please log in</body></html>";
        return Stream.of(
                arguments(okJson(html).withHeader("Content-Type", "text/html"), TwilioException.class),
                arguments(okJson("{\"sid\":\"CH1\","), TwilioException.class),
                arguments(okJson("[]"), TwilioException.class),
                arguments(okJson("{\"sid\":{\"not\":\"text\"}}"), TwilioException.class),
                arguments(okJson(""), TwilioException.class),
                arguments(okJson("{\"sid\":\"" + "x".repeat(50 * 1024 * 1024) + "\"}"), IOException.class),
                arguments(aResponse().withStatus(502).withBody(html), TwilioException.class),
                arguments(aResponse().withStatus(500).withBody("x".repeat(1024 * 1024)), TwilioException.class),
                arguments(aResponse().withStatus(302).withHeader("Location", "/elsewhere"), TwilioException.class),
                arguments(aResponse().withFault(Fault.EMPTY_RESPONSE), IOException.class),
                arguments(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), IOException.class),
                arguments(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), IOException.class),
                arguments(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), IOException.class));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyThatCannotBeReadIsAClearErrorAndFreesItsConnection(
            ResponseDefinitionBuilder reply, Class<? extends Exception> error) {
        SERVER.stubFor(any(anyUrl()).willReturn(reply));
        assertThat(send("conversations/fetch?sid=CH1").getException()).isInstanceOf(error)
                .message().hasSizeLessThan(300).doesNotContain("log in").doesNotContain("xxx");
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"sid\":\"CH1\"}")));
        assertThat(send("conversations/fetch?sid=CH1").getException()).isNull();
    }

    @Test
    void aListThatGoesRoundInCirclesEnds() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("""
                {"conversations":[{"sid":"CH1"}],"meta":{"next_page_url":"https://x.twilio.com/v1/Conversations?Page=1"}}""")));
        assertThat(send("conversations/list").getException()).hasMessageContaining("the list never ends");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void aRingOfPagesEndsAListHeldWholeAndAStream(int pages) {
        for (int page = 0; page < pages; page++) {
            SERVER.stubFor(any(page == 0 ? urlPathEqualTo("/v1/Conversations") : urlEqualTo("/v1/Conversations?Page=" + page))
                    .willReturn(okJson("""
                            {"conversations":[{"sid":"CH%d"}],"meta":{"next_page_url":"https://x.twilio.com/v1/Conversations?Page=%d"}}"""
                            .formatted(page, (page + 1) % pages))));
        }
        assertThat(send("conversations/list").getException()).hasMessageContaining("the list never ends");
        Iterator<?> stream = send("conversations/list?streaming=true").getMessage().getBody(Iterator.class);
        assertThatIllegalStateException().isThrownBy(() -> stream.forEachRemaining(item -> {}))
                .withMessageContaining("the list never ends");
    }

    @Test
    void noPageIsFetchedFromAnotherHost() {
        SERVER.stubFor(any(urlPathEqualTo("/v1/Conversations")).willReturn(okJson("""
                {"conversations":[{"sid":"CH1"}],"meta":{"next_page_url":"https://evil.example/v1/Steal"}}""")));
        SERVER.stubFor(any(urlPathEqualTo("/v1/Steal")).willReturn(okJson("""
                {"conversations":[],"meta":{"next_page_url":null}}""")));
        assertThat(send("conversations/list").getException()).isNull();
    }

    private Exchange send(String operation) {
        return context.createProducerTemplate().send("twilio-conversations:" + operation, exchange -> {});
    }
}
