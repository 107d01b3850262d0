// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.conversations.api.TwilioException;
import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import dev.conversations.model.Service;
import dev.conversations.sandbox.SandboxExtension;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.xml.in.ModelParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The producer as a citizen of routes, in every language and pattern. */
class RoutesTest {

    @RegisterExtension
    static final SandboxExtension TWILIO = new SandboxExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        TWILIO.connect(context).start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aRouteInJavaNamesTheConversationOfTheStepBefore() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:open")
                        .to("twilio-conversations:conversations/create")
                        .setHeader(ConversationsHeaders.CONVERSATION_SID, simple("${body.sid}"))
                        .setBody(constant("Hello"))
                        .to("twilio-conversations:messages/create?author=system");
            }
        });
        Message message = template.requestBody("direct:open", "Order 7", Message.class);
        assertThat(message.body()).isEqualTo("Hello");
        assertThat(message.author()).isEqualTo("system");
    }

    @Test
    void aRouteInYamlDoesTheSame() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("open.yaml", """
                - route:
                    from:
                      uri: direct:open
                      steps:
                        - to:
                            uri: twilio-conversations:conversations/create
                        - setHeader:
                            name: CamelTwilioConversationsConversationSid
                            simple: "${body.sid}"
                        - setBody:
                            constant: Hello
                        - to:
                            uri: twilio-conversations:messages/create
                            parameters:
                              author: system
                              attributes: '{"urgent": true}'
                """));
        assertThat(template.requestBody("direct:open", "Order 7", Message.class).attributes())
                .isEqualTo("{\"urgent\": true}");
    }

    @Test
    void aRouteInXmlDoesTheSame() throws Exception {
        String routes = """
                <routes xmlns="http://camel.apache.org/schema/spring">
                  <route>
                    <from uri="direct:open"/>
                    <to uri="twilio-conversations:conversations/create"/>
                    <setHeader name="CamelTwilioConversationsConversationSid"><simple>${body.sid}</simple></setHeader>
                    <setBody><constant>Hello</constant></setBody>
                    <to uri="twilio-conversations:messages/create?author=system"/>
                  </route>
                </routes>
                """;
        context.addRouteDefinitions(new ModelParser(new ByteArrayInputStream(routes.getBytes(UTF_8)),
                "http://camel.apache.org/schema/spring").parseRoutesDefinition().orElseThrow().getRoutes());
        assertThat(template.requestBody("direct:open", "Order 7", Message.class).body()).isEqualTo("Hello");
    }

    @Test
    void aDynamicUriAndAnEnrichmentCallToo() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fetch").toD("twilio-conversations:conversations/fetch?sid=${body}");
                from("direct:enrich").enrich("twilio-conversations:conversations/fetch?sid={{sid}}",
                        (before, after) -> {
                            before.getMessage().setBody(after.getMessage().getBody(Conversation.class).sid());
                            return before;
                        });
            }
        }, Map.of("sid", conversation()));
        String sid = conversation();
        assertThat(template.requestBody("direct:fetch", sid, Conversation.class).sid()).isEqualTo(sid);
        assertThat(template.requestBody("direct:enrich", null, String.class)).startsWith("CH");
    }

    @Test
    void branchesInParallelAreCallsOfTheirOwn() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").multicast(new GroupedBodyAggregationStrategy()).parallelProcessing()
                        .to("twilio-conversations:conversations/create", "twilio-conversations:conversations/create");
            }
        });
        List<?> created = template.requestBody("direct:in", "Order 7", List.class);
        assertThat(created).hasSize(2).doesNotHaveDuplicates().allSatisfy(item ->
                assertThat(((Conversation) item).friendlyName()).isEqualTo("Order 7"));
    }

    @Test
    void aStreamedListIsSplitPageByPageUpToItsLimit() throws Exception {
        String sid = conversation();
        for (int index = 0; index < 7; index++) {
            template.requestBody("twilio-conversations:messages/create?conversationSid=" + sid, "message " + index);
        }
        List<Long> indexes = new ArrayList<>();
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:all")
                        .to("twilio-conversations:messages/list?streaming=true&pageSize=2&limit=5&conversationSid=" + sid)
                        .split(body()).streaming()
                        .process(exchange -> indexes.add(exchange.getMessage().getBody(Message.class).index()));
            }
        });
        template.sendBody("direct:all", null);
        assertThat(indexes).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void aListIsPolledForEnrichment() throws Exception {
        String sid = conversation();
        template.requestBody("twilio-conversations:messages/create?conversationSid=" + sid, "Hello");
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:poll").pollEnrich("twilio-conversations:messages/list"
                        + "?startFrom=beginning&initialDelay=0&conversationSid=" + sid, 10_000);
            }
        });
        assertThat(template.requestBody("direct:poll", null, Message.class).body()).isEqualTo("Hello");
    }

    @Test
    void jsonThatWasUnmarshalledIsOptionsByName() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:map").unmarshal().json().to("twilio-conversations:conversations/create");
                from("direct:node").unmarshal().json(JsonLibrary.Jackson, JsonNode.class)
                        .to("twilio-conversations:conversations/create").marshal().json();
            }
        });
        String json = """
                {"friendlyName":"Order 7","state":"active","attributes":{"order":7},"timersInactive":"PT5M"}""";
        assertThat(template.requestBody("direct:map", json, Conversation.class).attributes())
                .isEqualTo("{\"order\":7}");
        assertThat(template.requestBody("direct:node", json, String.class)).contains("\"friendly_name\":\"Order 7\"");
    }

    @Test
    void aRecordGoesStraightIntoTheNextOperationOfItsKind() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("twilio-conversations:conversations/create")
                        .to("twilio-conversations:conversations/fetch")
                        .to("twilio-conversations:conversations/delete");
            }
        });
        assertThat(template.requestBody("direct:in", "Order 7")).isNull();
    }

    @Test
    void whatIsListedAndSplitIsUpdatedAsTheUriSays() throws Exception {
        String service = template.requestBody("twilio-conversations:services/create", "shop", Service.class).sid();
        List.of("Order 7", "Order 8").forEach(order ->
                template.requestBody("twilio-conversations:conversations/create?chatServiceSid=" + service, order));
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:close").to("twilio-conversations:conversations/list?chatServiceSid=" + service)
                        .split(body(), new GroupedBodyAggregationStrategy()).to("twilio-conversations:conversations/update?state=closed");
            }
        });
        assertThat(template.requestBody("direct:close", null, List.class)).hasSize(2).allSatisfy(item -> {
            assertThat(((Conversation) item).state()).isEqualTo("closed");
            assertThat(((Conversation) item).friendlyName()).startsWith("Order ");
        });
    }

    @Test
    void aRefusalReachesTheRoutesErrorHandler() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .onException(TwilioException.class).onWhen(simple("${exception.notFound}")).handled(true)
                                .setBody(constant("gone")).end()
                        .to("twilio-conversations:conversations/fetch");
            }
        });
        assertThat(template.requestBodyAndHeader("direct:in", null, ConversationsHeaders.SID, "CH" + "0".repeat(32)))
                .isEqualTo("gone");
        assertThatThrownBy(() -> template.requestBody("direct:in", (Object) null))
                .isInstanceOf(CamelExecutionException.class).rootCause().hasMessage("conversations/fetch needs option sid");
    }

    private String conversation() {
        return template.requestBody("twilio-conversations:conversations/create", null, Conversation.class).sid();
    }

    private void route(RouteBuilder routes) throws Exception {
        route(routes, Map.of());
    }

    private void route(RouteBuilder routes, Map<String, String> properties) throws Exception {
        properties.forEach(context.getPropertiesComponent()::addInitialProperty);
        context.addRoutes(routes);
    }
}
