// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.webhook.DeliveryVerdict;
import dev.conversations.webhook.WebhookEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.xml.in.ModelParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet of the README is run, every table compared with the truth. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]+)\\n(.*?)^```$");
    private static final Pattern CLASS = Pattern.compile("class (\\w+)");
    private static final String SOME_CONVERSATION = "CH0123456789abcdef0123456789abcdef";
    private static final String SHOP = "+15559990000";

    @TempDir
    private static Path classes;

    private static String readme;
    private static Sandbox sandbox;
    private static Main camel;
    private static ProducerTemplate sender;
    private static ConsumerTemplate receiver;
    private static Conversation conversation;

    @BeforeAll
    static void start() throws Exception {
        readme = Files.readString(Path.of("README.md"));
        sandbox = Sandbox.start();
        int port = freePort();
        camel = new Main();
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        camel.addInitialProperty("camel.server.enabled", "true");
        camel.addInitialProperty("camel.server.port", String.valueOf(port));
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setBaseUri(sandbox.baseUri().toString());
        component.getConfiguration().setAccountSid(sandbox.accountSid());
        component.getConfiguration().setAuthToken(sandbox.authToken());
        component.getWebhook().setPublicUrl("http://localhost:" + port);
        camel.bind("twilio-conversations", component);
        camel.bind("keys", MemoryIdempotentRepository.memoryIdempotentRepository());
        camel.bind("cursors", new MemoryStateRepository());
        camel.start();

        sender = camel.getCamelContext().createProducerTemplate();
        receiver = camel.getCamelContext().createConsumerTemplate();
        conversation = sender.requestBody(
                "twilio-conversations:conversations/create", "Order 4711", Conversation.class);
        sender.requestBody("twilio-conversations:addresses/create",
                Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true, "autoCreationType", "default"));
        String webhook = "http://localhost:" + port + "/twilio/conversations";
        sender.requestBody("twilio-conversations:configuration-webhooks/update", Map.of("method", "POST",
                "filters", List.of("onMessageAdd", "onMessageAdded", "onDeliveryUpdated"),
                "preWebhookUrl", webhook, "postWebhookUrl", webhook));

        DefaultCamelContext context = (DefaultCamelContext) camel.getCamelContext();
        for (String yaml : blocks("yaml")) {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("readme.yaml", yaml));
        }
        for (String xml : blocks("xml").stream().filter(block -> block.startsWith("<routes")).toList()) {
            context.addRouteDefinitions(new ModelParser(new ByteArrayInputStream(xml.getBytes(UTF_8)),
                    "http://camel.apache.org/schema/spring").parseRoutesDefinition().orElseThrow().getRoutes());
        }
        for (Class<?> type : compiled()) {
            if (RoutesBuilder.class.isAssignableFrom(type)) {
                context.addRoutes((RoutesBuilder) type.getConstructor().newInstance());
            }
        }
    }

    @AfterAll
    static void stop() {
        camel.stop();
        sandbox.close();
    }

    @Test
    void aMessageIsSent() {
        Message message = sender.requestBody("direct:welcome", conversation.sid(), Message.class);

        assertThat(message.body()).isEqualTo("Welcome! How can we help?");
        assertThat(message.author()).isEqualTo("shop");
    }

    @Test
    void aRefundIsToldOnce() {
        for (int i = 0; i < 2; i++) {
            sender.sendBodyAndHeader("seda:refunds?waitForTaskToComplete=Always", "Refunded", "refundId", "7");
        }
        assertThat(sender.requestBody("twilio-conversations:messages/list?conversationSid=" + conversation.sid(), null, List.class))
                .extracting("body").containsOnlyOnce("Refunded");
    }

    @Test
    void whatNoWebhookToldOfIsFound() throws Exception {
        Message silent = sender.requestBody("direct:welcome", conversation.sid(), Message.class);
        camel.getCamelContext().getRouteController().stopRoute("missed");
        camel.getCamelContext().getRouteController().startRoute("missed");

        await().until(() -> silent.sid().equals(next("missed", WebhookEvent.class).messageSid()));
    }

    @Test
    void anEventIsReceivedAndOnePreActionAnswerChangesAndOneRejects() {
        Phone customer = sandbox.phone("+15551230001");
        Phone.Sent first = customer.send(SHOP, "Hello");
        assertThat(next("crm", WebhookEvent.class).messageSid()).isEqualTo(first.messageSid());

        customer.send(SHOP, "My card is 4111111111111111");
        assertThat(next("crm", WebhookEvent.class).body()).isEqualTo("(card number removed)");

        assertThat(customer.send(SHOP, "Cheap spam").messageSid()).isNull();
    }

    @Test
    void whetherAMessageArrivedIsHeard() {
        Conversation own = sender.requestBody("twilio-conversations:conversations/create", "Order 4712", Conversation.class);
        sender.requestBody("twilio-conversations:participants/create", Map.of("conversationSid", own.sid(),
                "messagingBindingAddress", "whatsapp:US.13491208655302741918", "messagingBindingProxyAddress", "whatsapp:" + SHOP));
        Phone customer = sandbox.phone("whatsapp:US.13491208655302741918");
        Map.of(63018, "again", 63016, "template").forEach((code, queue) -> {
            customer.failing(code);
            Message message = sender.requestBody("twilio-conversations:messages/create",
                    Map.of("conversationSid", own.sid(), "body", "Hello"), Message.class);

            WebhookEvent lost = next(queue, WebhookEvent.class);
            assertThat(lost.messageSid()).isEqualTo(message.sid());
            assertThat(lost.errorCode()).isEqualTo(code);
        });
    }

    @Test
    void theTableOfVerdictsNamesTheHeadersAndWhatTheySay() {
        assertThat(Pattern.compile("(?m)^\\| `([A-Z][A-Za-z]+)`(, `([A-Z][A-Za-z]+)`)? \\| `[a-z]").matcher(readme).results()
                .flatMap(row -> Stream.of(row.group(1), row.group(3))).filter(Objects::nonNull)
                .map(name -> "CamelTwilioConversationsEvent" + name))
                .containsExactly(ConversationsHeaders.EVENT_STATUS, ConversationsHeaders.EVENT_ERROR_CODE,
                        ConversationsHeaders.EVENT_FINAL, ConversationsHeaders.EVENT_RETRY);
        assertThat(DeliveryVerdict.Retry.values()).allSatisfy(retry -> assertThat(readme).contains("`" + retry + "`"));
    }

    @Test
    void aListIsRead() {
        assertThat(sender.requestBody("direct:list", "", List.class)).contains(conversation);
    }

    @Test
    void aListIsPolled() {
        sender.requestBody("twilio-conversations:messages/create",
                Map.of("conversationSid", conversation.sid(), "body", "To be archived"));

        await().until(() -> "To be archived".equals(next("archive", Message.class).body()));
    }

    @Test
    void theTestOfTheReadmeIsATestHere() throws IOException {
        String test = Files.readString(Path.of("src/test/java/dev/conversations/app/OpeningTest.java"));

        assertThat(blocks("java")).contains(test.replace("package dev.conversations.app;\n\n", ""));
    }

    @Test
    void theCommandsAreTheTwoAndTheOneForTestsIsThatOfTheContinuousBuild() throws IOException {
        assertThat(blocks("sh")).hasSize(3).contains("mvn -q compile exec:java\n", "mvn verify\n");
        assertThat(Files.readAllLines(Path.of(".ci/run"))).contains("mvn verify");
    }

    @Test
    void theLinesForARealAccountStartABridge() throws Exception {
        String lines = blocks("sh").stream().filter(block -> block.contains("TWILIO_ACCOUNT_SID")).findFirst().orElseThrow();
        Map<String, String> environment = new TreeMap<>();
        Pattern.compile("(?m)^export ([A-Z_]+)=(.*)$").matcher(lines).results()
                .forEach(line -> environment.put(line.group(1), line.group(2).replace("...", "a secret")));
        environment.putAll(Map.of("TWILIO_ACCOUNT_SID", sandbox.accountSid(), "TWILIO_AUTH_TOKEN", sandbox.authToken(),
                "TWILIO_BASE_URI", sandbox.baseUri().toString()));

        try (RunningBridge bridge = RunningBridge.start(environment)) {
            assertThat(bridge.surroundings().describe())
                    .contains("account " + sandbox.accountSid(), "smtp at smtp.shop.example", "imap at imap.shop.example");
        }
    }

    private static <T> T next(String queue, Class<T> type) {
        return receiver.receiveBody("seda:" + queue, 10_000, type);
    }

    private static List<Class<?>> compiled() throws Exception {
        List<Class<?>> types = new ArrayList<>();
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        for (String java : blocks("java")) {
            Matcher name = CLASS.matcher(java);
            assertThat(name.find()).isTrue();
            Path file = Files.writeString(classes.resolve(name.group(1) + ".java"),
                    java.replace(SOME_CONVERSATION, conversation.sid()));
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            int status = ToolProvider.getSystemJavaCompiler().run(null, errors, errors, "-proc:none",
                    "-cp", System.getProperty("java.class.path"), "-d", classes.toString(), file.toString());
            assertThat(status).as(errors.toString()).isZero();
            types.add(loader.loadClass(name.group(1)));
        }
        return types;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> blocks(String language) {
        return BLOCK.matcher(readme).results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
