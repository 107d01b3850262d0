// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.camel.observe.WatchedPath;
import dev.conversations.camel.register.Registrar;
import dev.conversations.model.Conversation;
import dev.conversations.model.Webhook;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import dev.conversations.testing.FreePort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrarTest {

    private static final String PATH = "/twilio/conversations";

    private final List<DefaultCamelContext> contexts = new ArrayList<>();
    private Sandbox sandbox;
    private String twilio;
    private int port;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start();
        twilio = sandbox.baseUri().toString();
        port = FreePort.next();
    }

    @AfterEach
    void stop() {
        Collections.reverse(contexts);
        contexts.forEach(DefaultCamelContext::stop);
        sandbox.close();
    }

    @Test
    void aRouteThatWantsItGetsItsEventsThoughNobodySetUpWebhooks() throws Exception {
        DefaultCamelContext context = app(true, "events/onMessageAdded?registration=ACCOUNT", "events/onConversationAdd?registration=ACCOUNT");
        await().untilAsserted(() -> assertThat(account()).containsEntry("filters", List.of("onConversationAdd", "onMessageAdded")));
        assertThat(account()).containsEntry("post_webhook_url", url()).containsEntry("pre_webhook_url", url());
        context.createProducerTemplate().requestBody("twilio-conversations:addresses/create",
                Map.of("type", "sms", "address", "+15559990001", "autoCreationEnabled", true));
        sandbox.phone("+15551230001").send("+15559990001", "Hello");
        context.getEndpoint("mock:onMessageAdded", MockEndpoint.class).expectedMinimumMessageCount(1);
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void whatIsThereAlreadyIsAdoptedAndNothingIsTakenAway() throws Exception {
        DefaultCamelContext first = app(true, "events/onMessageAdded?registration=ACCOUNT");
        await().until(() -> url().equals(account().get("post_webhook_url")));
        DefaultCamelContext second = app(false, "events/onParticipantAdded?registration=ACCOUNT");
        await().untilAsserted(() -> assertThat(account()).containsEntry("filters", List.of("onMessageAdded", "onParticipantAdded")));
        second.stop();
        first.suspend();
        assertThat(account()).containsEntry("filters", List.of("onMessageAdded", "onParticipantAdded"))
                .containsEntry("post_webhook_url", url());
    }

    @Test
    void componentsOfOneContextHaveOneRegistrarSoNoneUndoesWhatAnotherRegisters() throws Exception {
        DefaultCamelContext context = app(true, "events/onMessageAdded?registration=ACCOUNT");
        ConversationsComponent first = context.getComponent("twilio-conversations", ConversationsComponent.class);
        ConversationsComponent second = new ConversationsComponent();
        second.setConfiguration(first.getConfiguration().copy());
        second.getWebhook().setPublicUrl(first.getWebhook().getPublicUrl());
        context.addComponent("second", second);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("second:events/onParticipantAdded?registration=ACCOUNT").to("mock:other");
            }
        });

        assertThat(second.registrar()).isSameAs(first.registrar());
        await().untilAsserted(() -> assertThat(account()).extracting("filters").asInstanceOf(LIST)
                .contains("onMessageAdded", "onParticipantAdded"));
    }

    @Test
    void aConversationsWebhookIsMadeOnceHoweverManyWantIt() throws Exception {
        DefaultCamelContext first = app(true);
        Conversation conversation = call(first, "conversations/create", Map.of("friendlyName", "x"), Conversation.class);
        String options = "?registration=CONVERSATION&registrationConversationSid=" + conversation.sid();
        app(false, "events/onMessageAdded" + options);
        app(false, "events/onMessageAdded" + options);
        app(false, "events/onParticipantAdded" + options);
        await().untilAsserted(() -> assertThat(webhooks(first, conversation)).singleElement().satisfies(webhook ->
                assertThat(webhook.configuration()).containsEntry("url", url())
                        .containsEntry("filters", List.of("onMessageAdded", "onParticipantAdded"))));
    }

    @Test
    void aServiceHasItsOwnSettings() throws Exception {
        app(true, "events/onMessageAdded?registration=SERVICE&registrationServiceSid=" + sandbox.chatServiceSid());
        await().untilAsserted(() -> assertThat(settings("service-webhooks/fetch", Map.of("chatServiceSid", sandbox.chatServiceSid())))
                .containsEntry("post_webhook_url", url()));
        assertThat(account()).doesNotContainEntry("post_webhook_url", url());
    }

    @Test
    void driftIsFoundAndNamed() throws Exception {
        DefaultCamelContext context = app(true, "events/onMessageAdded?registration=ACCOUNT");
        Registrar registrar = context.getComponent("twilio-conversations", ConversationsComponent.class).registrar();
        await().until(() -> url().equals(account().get("post_webhook_url")));
        assertThat(registrar.drift()).isEmpty();
        call(context, "configuration-webhooks/update",
                Map.of("postWebhookUrl", "https://elsewhere.example", "filters", List.of("onUserAdded")), Object.class);
        assertThat(registrar.drift())
                .containsExactlyInAnyOrder("postWebhookUrl is not what the routes want", "filters lack onMessageAdded");
    }

    @Test
    void howFarTheRegistrationGotCanBeWaitedFor() throws Exception {
        Sandbox away = sandbox;
        int its = away.baseUri().getPort();
        away.close();
        DefaultCamelContext context = app(true, "events/onMessageAdded?registration=ACCOUNT");
        await().until(() -> state(context).startsWith("failed, and is tried again: "));
        sandbox = Sandbox.start(SandboxOptions.defaults().withPort(its)
                .withAccountSid(away.accountSid()).withAuthToken(away.authToken()));
        await().until(() -> state(context).equals("registered"));
        assertThat(account()).containsEntry("post_webhook_url", url());
    }

    private static String state(DefaultCamelContext context) {
        return context.getCamelContextExtension().getContextPlugin(WatchedPath.All.class)
                .paths().get(0).routes().get(0).registration();
    }

    @Test
    void theRegistrationIsTakenBackOnlyWhenAsked() throws Exception {
        DefaultCamelContext context = app(true, "events/onMessageAdded?registration=ACCOUNT&unregisterOnStop=true");
        await().until(() -> url().equals(account().get("post_webhook_url")));
        context.stop();
        contexts.remove(context);
        assertThat(account()).doesNotContainEntry("post_webhook_url", url());
    }

    @Test
    void registrationGoesOnOnceTwilioCanBeReachedAgain() throws Exception {
        Sandbox away = sandbox;
        int its = away.baseUri().getPort();
        away.close();
        app(true, "events/onMessageAdded?registration=ACCOUNT");
        sandbox = Sandbox.start(SandboxOptions.defaults().withPort(its)
                .withAccountSid(away.accountSid()).withAuthToken(away.authToken()));
        await().untilAsserted(() -> assertThat(account()).containsEntry("post_webhook_url", url()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "onMessageAdded | registration=SERVICE | registration=SERVICE needs registrationServiceSid",
        "onMessageAdded | registration=CONVERSATION | registration=CONVERSATION and registrationConversationSid go together",
        "onMessageAdded | registration=ACCOUNT&registrationConversationSid=CH1 | registration=CONVERSATION and registrationConversationSid go together",
        "onUserAdded | registration=CONVERSATION&registrationConversationSid=CH1 | onUserAdded never comes from a single conversation; register it for the account or a service"})
    void aRegistrationThatCannotBeFailsAtStart(String event, String options, String message) {
        assertThatThrownBy(() -> app(true, "events/" + event + "?" + options)).rootCause().hasMessage(message);
    }

    @Test
    void aRegistrationWithoutAPublicUrlFailsAtStart() {
        DefaultCamelContext context = new DefaultCamelContext();
        assertThatThrownBy(() -> context.getEndpoint("twilio-conversations:events/all?authToken=t&registration=ACCOUNT")
                .createConsumer(exchange -> {}))
                .hasMessage("registration needs publicUrl: Twilio has to know where to send events");
    }

    private String url() {
        return "http://localhost:" + port + PATH;
    }

    /** An application; only one of them can listen. */
    private DefaultCamelContext app(boolean listens, String... froms) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        contexts.add(context);
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("localhost");
        configuration.setBindPort(listens ? port : 0);
        context.addService(new VertxPlatformHttpServer(configuration));
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(sandbox.accountSid());
        component.getConfiguration().setAuthToken(sandbox.authToken());
        component.getConfiguration().setBaseUri(twilio);
        component.getWebhook().setPublicUrl("http://localhost:" + port);
        context.addComponent("twilio-conversations", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String from : froms) {
                    from("twilio-conversations:" + from).to("mock:" + from.replaceAll("events/|\\?.*", ""));
                }
            }
        });
        context.start();
        return context;
    }

    private Map<String, Object> account() throws Exception {
        return settings("configuration-webhooks/fetch", Map.of());
    }

    private Map<String, Object> settings(String operation, Map<String, Object> arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            return Json.toMap(context.createProducerTemplate().requestBody(
                    "twilio-conversations:" + operation + "?accountSid=" + sandbox.accountSid() + "&authToken=" + sandbox.authToken()
                            + "&baseUri=" + twilio, arguments));
        }
    }

    private static List<Webhook> webhooks(DefaultCamelContext context, Conversation conversation) {
        List<?> list = call(context, "webhooks/list", Map.of("conversationSid", conversation.sid()), List.class);
        return list.stream().map(Webhook.class::cast).toList();
    }

    private static <T> T call(DefaultCamelContext context, String operation, Map<String, Object> arguments, Class<T> type) {
        return context.createProducerTemplate().requestBody("twilio-conversations:" + operation, arguments, type);
    }
}
