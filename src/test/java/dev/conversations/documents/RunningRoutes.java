// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.testing.FreePort;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.h2.jdbcx.JdbcDataSource;

/** All routes of the documents in one application of Camel Main, beside sandboxes for the accounts that they name. */
final class RunningRoutes implements AutoCloseable {

    static final String SHOP = "+15559990000";
    static final String SOME_CONVERSATION = "CH0123456789abcdef0123456789abcdef";
    private static final String SOME_SERVICE = "IS0123456789abcdef0123456789abcdef";

    private final Map<String, Sandbox> sandboxes = Map.of("", Sandbox.start(), "sales", Sandbox.start(), "service", Sandbox.start());
    private final Set<String> ran = ConcurrentHashMap.newKeySet();
    private final Main camel = new Main();
    private final Path folder;
    private final int management;
    private Conversation conversation;

    private RunningRoutes(Path folder) throws IOException {
        this.folder = folder;
        this.management = FreePort.next();
    }

    static RunningRoutes start(Path folder) throws Exception {
        RunningRoutes routes = new RunningRoutes(folder);
        routes.startCamel();
        return routes;
    }

    private static List<Document> documents() {
        return Document.all().stream()
                .filter(document -> document.toString().matches("README\\.md|docs/(guide|recipes)/.*|docs/.*component\\.adoc")).toList();
    }

    CamelContext context() {
        return camel.getCamelContext();
    }

    /** The conversation that stands for the one of the documents. */
    Conversation conversation() {
        return conversation;
    }

    Sandbox sandbox() {
        return sandbox("");
    }

    /** What answers at the port of management. */
    URI management(String path) {
        return URI.create("http://localhost:" + management + path);
    }

    /** The sandbox of another account. */
    Sandbox sandbox(String account) {
        return sandboxes.get(account);
    }

    /** The routes that have not run yet. */
    Set<String> never() {
        Set<String> never = new TreeSet<>(context().getRoutes().stream().map(Route::getId).toList());
        never.removeAll(ran);
        return never;
    }

    private void startCamel() throws Exception {
        int port = FreePort.next();
        String webhook = "http://localhost:" + port;
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        camel.setDefaultPropertyPlaceholderLocation("false");
        set("camel.server.enabled", "true");
        set("camel.server.port", String.valueOf(port));
        set("camel.component.twilio-conversations.base-uri", sandbox().baseUri().toString());
        set("camel.component.twilio-conversations.media-base-uri", sandbox().baseUri().toString());
        set("camel.component.twilio-conversations.account-sid", sandbox().accountSid());
        set("camel.component.twilio-conversations.auth-token", sandbox().authToken());
        set("camel.component.twilio-conversations.public-url", webhook);
        set("public.url", webhook);
        set("files", folder.resolve("files").toString());
        set("service.account-sid", sandbox("service").accountSid());
        set("service.auth-token", sandbox("service").authToken());
        properties("docs/recipes/many-accounts.md");
        set("camel.beans.sales.configuration.baseUri", sandbox("sales").baseUri().toString());
        properties("docs/guide/go-live.md");
        properties("docs/guide/operate.md");
        set("camel.management.port", String.valueOf(management));
        camel.bind("database", database());
        camel.bind("keys", MemoryIdempotentRepository.memoryIdempotentRepository());
        camel.bind("ran", new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeCompletedEvent completed) {
                    ran.add(String.valueOf(completed.getExchange().getFromRouteId()));
                }
            }
        });
        camel.start();
        account(webhook + "/twilio/conversations");
        addRoutes();
    }

    private void set(String name, String value) {
        camel.addInitialProperty(name, value);
    }

    /** The first ones of a document. */
    private void properties(String document) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Document.of(document).snippets("properties").get(0)
                .replace("{{env:SALES_ACCOUNT_SID}}", sandbox("sales").accountSid())
                .replace("{{env:SALES_AUTH_TOKEN}}", sandbox("sales").authToken())));
        properties.forEach((name, value) -> set(name.toString(), value.toString()));
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    /** The account sends the events of all routes but of the one that registers. */
    private void account(String webhook) {
        ProducerTemplate sender = context().createProducerTemplate();
        conversation = sender.requestBody("twilio-conversations:conversations/create", "Order 4711", Conversation.class);
        sender.requestBody("twilio-conversations:addresses/create",
                Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true, "autoCreationType", "default"));
        sender.requestBody("twilio-conversations:configuration-webhooks/update", Map.of("method", "POST",
                "filters", List.of("onMessageAdd", "onMessageAdded", "onDeliveryUpdated", "onParticipantAdded"),
                "preWebhookUrl", webhook, "postWebhookUrl", webhook));
    }

    private void addRoutes() throws Exception {
        DefaultCamelContext context = (DefaultCamelContext) context();
        for (Document document : documents()) {
            for (String yaml : document.snippets("yaml").stream().filter(text -> text.startsWith("- ")).toList()) {
                PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("document.camel.yaml", mine(yaml)));
            }
            for (String xml : document.snippets("xml").stream().filter(text -> text.startsWith("<routes")).toList()) {
                context.addRouteDefinitions(XmlSnippet.routes(mine(xml)));
            }
        }
        Map<String, String> sources = documents().stream().flatMap(document -> document.snippets().stream())
                .filter(snippet -> snippet.language().equals("java") && snippet.text().contains("extends RouteBuilder"))
                .collect(Collectors.toMap(Snippet::place, snippet -> mine(snippet.text())));
        for (Class<?> type : JavaSnippet.compile(sources, Files.createTempDirectory(folder, "routes"))) {
            context.addRoutes((RoutesBuilder) type.getConstructor().newInstance());
        }
    }

    /** With what there is in place of what stands for it. */
    private String mine(String text) {
        return text.replace(SOME_CONVERSATION, conversation.sid()).replace(SOME_SERVICE, sandbox().chatServiceSid())
                .replace("authToken: \"{{service.auth-token}}\"", "authToken: \"{{service.auth-token}}\"\n              baseUri: "
                        + sandbox("service").baseUri());
    }

    @Override
    public void close() {
        camel.stop();
        sandboxes.values().forEach(Sandbox::close);
    }
}
