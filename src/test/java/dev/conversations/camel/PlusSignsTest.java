// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.model.Participant;
import dev.conversations.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.xml.in.ModelParser;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plus sign in a URI is a blank to Camel: where no blank can be meant, that is said at once, in every language. */
class PlusSignsTest {

    private static final String LOOK_UP = "twilio-conversations:participant-conversations/list?address=";

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
    @ValueSource(strings = {
        "participant-conversations/list?address=+15551230001", "participant-conversations/list?address=%2B15551230001",
        "participant-conversations/list?identity=+15551230001", "participant-conversations/list?address=whatsapp:+15551230001",
        "participant-conversations/list?address=ann+shop@example.com", "messages/create?author=+15551230001",
        "messages/create?author=ann+shop@example.com", "participants/create?messagingBindingAddress=+15551230001",
        "participants/create?messagingBindingProxyAddress=whatsapp:+15551230001",
        "participants/create?messagingBindingProjectedAddress=+15551230001", "addresses/create?address=+15551230001",
        "users/fetch?sid=+15551230001", "user-conversations/list?userSid=+15551230001",
        "conversations/create?uniqueName=+15551230001", "conversations/create?bindingsEmailAddress=ann+shop@example.com",
        "bindings/list?identity=ann&identity=+15551230001", "conversations/create?attributes={\"phone\":\"+15551230001\"}",
        "conversation-with-participants/create?participant={\"messaging_binding\":{\"address\":\"sms:+15551230001\"}}"})
    void whatMustHaveHadOneIsRefused(String uri) {
        refused(() -> context.getEndpoint("twilio-conversations:" + uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "participant-conversations/list?address=RAW(+15551230001)", "participant-conversations/list?address=RAW{whatsapp:+15551230001}",
        "messages/create?author=Ann Smith", "messages/create?author=Ann+Smith", "messages/create?author=RAW(Ann at ann@example.com)",
        "messages/create?body=+1 for that", "messages/create?subject=+", "conversations/create?friendlyName= Order 7",
        "conversations/create?attributes={\"note\": \"a b\", \"n\": 1234567}", "users/fetch?sid=ann@example.com"})
    void whatMayHaveABlankIsNot(String uri) {
        assertThat(context.getEndpoint("twilio-conversations:" + uri)).isInstanceOf(ConversationsEndpoint.class);
    }

    @Test
    void inJavaItIsSaidWhenTheRouteIsAdded() {
        refused(() -> route(LOOK_UP + "+15551230001"));
    }

    @Test
    void soIsAPlaceholder() {
        context.getPropertiesComponent().addInitialProperty("number", "+15551230001");
        refused(() -> route(LOOK_UP + "{{number}}"));
    }

    @Test
    void inXmlItIsTheSame() {
        String routes = """
                <routes xmlns="http://camel.apache.org/schema/spring">
                  <route><from uri="direct:in"/><to uri="%s+15551230001"/></route>
                </routes>
                """.formatted(LOOK_UP);
        refused(() -> ((DefaultCamelContext) context).addRouteDefinitions(new ModelParser(
                new ByteArrayInputStream(routes.getBytes(UTF_8)), "http://camel.apache.org/schema/spring")
                .parseRoutesDefinition().orElseThrow().getRoutes()));
    }

    @Test
    void soItIsInTheParametersOfYaml() {
        refused(() -> PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.yaml", """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: twilio-conversations:participant-conversations/list
                            parameters:
                              address: "+15551230001"
                """)));
    }

    @Test
    void aDynamicUriSaysSoWhenItIsMade() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD(LOOK_UP + "${body}");
            }
        });
        refused(() -> context.createProducerTemplate().requestBody("direct:in", "+15551230001"));
    }

    @Test
    void inRawItArrives() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String account = "accountSid=%s&authToken=%s&baseUri=%s".formatted(
                    sandbox.accountSid(), sandbox.authToken(), sandbox.baseUri());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("twilio-conversations:conversations/create?" + account)
                            .setHeader(ConversationsHeaders.CONVERSATION_SID, simple("${body.sid}")).setBody(constant(null))
                            .to("twilio-conversations:participants/create?identity=RAW(+15551230001)&" + account);
                }
            });
            assertThat(context.createProducerTemplate().requestBody("direct:in", null, Participant.class).identity())
                    .isEqualTo("+15551230001");
        }
    }

    private void route(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).rootCause().hasMessageMatching("Option \\w+ has a blank where a plus sign must have stood: in a URI"
                + " that means a blank, except in \\w+=RAW\\(\\.\\.\\.\\); or give it in a header").message().doesNotContain("555");
    }
}
