// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.conversations.camel.ConversationsComponent;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever calls: several accounts side by side, every kind of credentials, and their health. */
class AccountsTest {

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private static final String FIRST = "AC" + "1".repeat(32);
    private static final String SECOND = "AC" + "2".repeat(32);
    private static final String KEY = "SK" + "3".repeat(32);
    private static final String OAUTH = "&oauthClientId=OQ1&oauthClientSecret=secret";

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() {
        TWILIO.stubFor(any(anyUrl()).willReturn(okJson("{\"sid\":\"CH1\"}")));
        context.addComponent("twilio-conversations", component(FIRST));
        context.addComponent("second", component(SECOND));
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void twoComponentsCallForTwoAccounts() {
        call("twilio-conversations:conversations/fetch?sid=CH1");
        call("second:conversations/fetch?sid=CH2");
        verify("CH1", FIRST, "token");
        verify("CH2", SECOND, "token");
    }

    @Test
    void anEndpointMayCallForAnAccountOfItsOwn() {
        call("twilio-conversations:conversations/fetch?sid=CH1&apiKeySid=" + KEY + "&apiKeySecret=secret");
        call("twilio-conversations:conversations/fetch?sid=CH2");
        verify("CH1", KEY, "secret");
        verify("CH2", FIRST, "token");
    }

    @Test
    void anOauthClientFetchesOneTokenForAllItsEndpointsHoweverManyCallAtOnce() {
        TWILIO.stubFor(any(urlEqualTo("/v2/token")).willReturn(
                okJson("{\"access_token\":\"abc\",\"expires_in\":3600}").withFixedDelay(100)));
        IntStream.range(0, 8).parallel().forEach(number ->
                call("twilio-conversations:conversations/fetch?sid=CH" + number + OAUTH));
        TWILIO.verify(1, postRequestedFor(urlEqualTo("/v2/token")));
        assertThat(TWILIO.getAllServeEvents()).filteredOn(
                event -> "Bearer abc".equals(event.getRequest().getHeader("Authorization"))).hasSize(8);
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnce() {
        TWILIO.stubFor(any(urlEqualTo("/v2/token")).inScenario("token").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("{\"access_token\":\"old\"}")).willSetStateTo("renewed"));
        TWILIO.stubFor(any(urlEqualTo("/v2/token")).inScenario("token").whenScenarioStateIs("renewed")
                .willReturn(okJson("{\"access_token\":\"new\"}")));
        TWILIO.stubFor(any(urlEqualTo("/v1/Conversations/CH1")).withHeader("Authorization", equalTo("Bearer old"))
                .willReturn(aResponse().withStatus(401)));
        call("twilio-conversations:conversations/fetch?sid=CH1" + OAUTH);
        TWILIO.verify(getRequestedFor(urlEqualTo("/v1/Conversations/CH1"))
                .withHeader("Authorization", equalTo("Bearer new")));
    }

    @Test
    void whoHasNoCredentialsHearsWhereTheyAreSetHere() throws Exception {
        Main main = new Main();
        main.init();
        assertThat(SettingPlace.of(main.getCamelContext()).words()).contains("CAMEL_COMPONENT_TWILIO_CONVERSATIONS_ACCOUNT_SID");
        main.stop();
        assertThat(SettingPlace.of(context).words()).startsWith("in the configuration of the ConversationsComponent")
                .doesNotContain("CAMEL_").doesNotContain("properties");
    }

    @Test
    void aTokenEndpointThatIsAwayIsAskedAgainAndACreateIsSentOnce() {
        TWILIO.stubFor(any(urlEqualTo("/v2/token")).inScenario("away").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "0")).willSetStateTo("cut"));
        TWILIO.stubFor(any(urlEqualTo("/v2/token")).inScenario("away").whenScenarioStateIs("cut")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)).willSetStateTo("back"));
        TWILIO.stubFor(any(urlEqualTo("/v2/token")).inScenario("away").whenScenarioStateIs("back")
                .willReturn(okJson("{\"access_token\":\"abc\"}")));
        call("twilio-conversations:conversations/create?friendlyName=x" + OAUTH);
        TWILIO.verify(1, postRequestedFor(urlEqualTo("/v1/Conversations")));
        TWILIO.verify(3, postRequestedFor(urlEqualTo("/v2/token")));
    }

    @Test
    void everyAccountThatIsCalledForIsCheckedOnce() {
        HealthCheckRegistry.get(context).setEnabled(true);
        HealthCheckRepository producers =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        producers.setEnabled(true);
        call("twilio-conversations:conversations/fetch?sid=CH1");
        call("twilio-conversations:conversations/fetch?sid=CH2");
        call("second:conversations/fetch?sid=CH2");
        assertThat(producers.stream()).extracting(check -> check.getId().replaceAll("-localhost.*", ""))
                .containsExactlyInAnyOrder(
                        "producer:twilio-conversations-" + FIRST, "producer:twilio-conversations-" + SECOND);
        for (int status : List.of(200, 403, 429)) {
            answer(status);
            assertThat(producers.stream()).allMatch(check -> check.call().getState() == State.UP);
        }
        for (int status : List.of(401, 500, 503)) {
            answer(status);
            assertThat(producers.stream()).allMatch(check -> check.call().getState() == State.DOWN);
        }
    }

    private static void verify(String conversation, String user, String password) {
        TWILIO.verify(getRequestedFor(urlEqualTo("/v1/Conversations/" + conversation))
                .withBasicAuth(new BasicCredentials(user, password)));
    }

    private static void answer(int status) {
        TWILIO.stubFor(any(urlEqualTo("/v1/Configuration")).willReturn(aResponse().withStatus(status).withBody("{}")));
    }

    private void call(String uri) {
        Exchange exchange = template.send(uri, message -> {});
        assertThat(exchange.getException()).isNull();
    }

    private static ConversationsComponent component(String accountSid) {
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setBaseUri(TWILIO.baseUrl());
        component.getConfiguration().setAccountSid(accountSid);
        component.getConfiguration().setAuthToken("token");
        return component;
    }
}
