// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.JdbcStateRepository;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.webhook.WebhookEvent;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.h2.jdbcx.JdbcConnectionPool;

/** A program that receives messages with a repair beside it, and writes down in a database which it has worked on. */
final class Node {

    private Node() {}

    /** @param arguments the folder of the cursors or locks, whether it is one of several, Twilio, the account, the database, the port, the public URL */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean several = Boolean.parseBoolean(arguments[1]);
        DataSource database = JdbcConnectionPool.create(arguments[4], "sa", "");
        DefaultCamelContext context = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(Integer.parseInt(arguments[5]));
        context.addService(new VertxPlatformHttpServer(server));
        if (several) {
            FileLockClusterService cluster = new FileLockClusterService();
            cluster.setRoot(folder.toString());
            cluster.setAcquireLockDelay(1, TimeUnit.MILLISECONDS);
            cluster.setAcquireLockInterval(200, TimeUnit.MILLISECONDS);
            context.addService(cluster);
        }
        ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
        component.getWebhook().setClaimTerm(1000);
        component.getWebhook().setPublicUrl(arguments[6]);
        ConversationsConfiguration options = component.getConfiguration();
        options.setBaseUri(arguments[2]);
        options.setAccountSid(arguments[3]);
        options.setAuthToken(Webhooks.TOKEN);
        context.getRegistry().bind("claims", new JdbcMessageIdRepository(database, "nodes"));
        context.getRegistry().bind("states", several ? new JdbcStateRepository(database, "nodes")
                : FileStateRepository.fileStateRepository(folder.resolve("cursors").toFile()));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded?repair=true&repairDelay=50&startFrom=BEGINNING&stateRepository=#states"
                        + "&idempotentRepository=#claims" + (several ? "&registration=ACCOUNT" : "")).routeId("work")
                        .process(exchange -> Worked.write(database, exchange.getMessage().getBody(WebhookEvent.class)));
            }
        });
        context.start();
        Thread.currentThread().join();
    }
}
