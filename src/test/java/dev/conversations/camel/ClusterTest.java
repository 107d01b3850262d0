// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.camel.observe.Traffic;
import dev.conversations.camel.observe.WatchedPath;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes under a cluster service: what need be done once, one of them does. */
class ClusterTest {

    private static final String REGISTERED = "events/onMessageAdded?registration=ACCOUNT&publicUrl=http://localhost:1";
    private static final String REPAIRED = "events/onMessageAdded?repair=true&repairDelay=50&stateRepository=#states"
            + "&idempotentRepository=#claims";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAuthToken(Webhooks.TOKEN));
    private final JdbcDataSource database = new JdbcDataSource();
    private final List<Webhooks> nodes = new ArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @TempDir
    private Path locks;

    ClusterTest() {
        database.setURL("jdbc:h2:mem:" + sandbox.accountSid() + ";DB_CLOSE_DELAY=-1");
    }

    @AfterEach
    void stop() throws Exception {
        for (Webhooks node : nodes) {
            node.close();
        }
        sandbox.close();
    }

    @Test
    void oneRegistersAndAnotherGoesOnWhenThatOneIsGone() throws Exception {
        Webhooks first = node(REGISTERED);
        await().until(() -> state(first).equals("registered"));
        Webhooks second = node(REGISTERED);
        assertThat(state(second)).isEqualTo("left to another node");
        assertThat(calls(second)).isEmpty();
        first.close();

        await().until(() -> state(second).equals("registered"));
    }

    @Test
    void thoseThatWantSomethingElseDoNotWaitForEachOther() throws Exception {
        Webhooks first = node(REGISTERED);
        Webhooks second = node(REGISTERED.replace("onMessageAdded", "onParticipantAdded"));
        await().until(() -> state(first).equals("registered") && state(second).equals("registered"));
    }

    @Test
    void oneRepairsAndAnotherGoesOnWhereThatOneGot() throws Exception {
        Webhooks first = node(REPAIRED);
        String conversation = sid(call(first, "conversations/create", Map.of()));
        String one = sid(call(first, "messages/create", Map.of("conversationSid", conversation, "body", "one")));
        await().untilAsserted(() -> assertThat(taken).containsExactly(one));
        Webhooks second = node(REPAIRED);
        String two = sid(call(first, "messages/create", Map.of("conversationSid", conversation, "body", "two")));
        await().untilAsserted(() -> assertThat(taken).containsExactly(one, two));
        assertThat(calls(second)).isEmpty();
        first.close();
        String three = sid(call(second, "messages/create", Map.of("conversationSid", conversation, "body", "three")));

        await().untilAsserted(() -> assertThat(taken).containsExactly(one, two, three));
    }

    @Test
    void oneFollowsAListUnderCamelsMaster() throws Exception {
        String poll = "master:lists:twilio-conversations:conversations/list?delay=50&stateRepository=#states";
        Webhooks first = node(poll);
        await().until(() -> calls(first).contains("conversations/list"));
        Webhooks second = node(poll);
        String one = sid(call(first, "conversations/create", Map.of()));
        await().untilAsserted(() -> assertThat(taken).containsExactly(one));
        assertThat(calls(second)).isEmpty();
        first.close();
        String two = sid(call(second, "conversations/create", Map.of()));

        await().untilAsserted(() -> assertThat(taken).containsExactly(one, two));
    }

    private Webhooks node(String from) throws Exception {
        Webhooks node = Webhooks.with(context -> {
            FileLockClusterService cluster = new FileLockClusterService();
            cluster.setRoot(locks.toString());
            cluster.setAcquireLockDelay(1, TimeUnit.MILLISECONDS);
            cluster.setAcquireLockInterval(50, TimeUnit.MILLISECONDS);
            context.addService(cluster);
            ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
            component.getConfiguration().setBaseUri(sandbox.baseUri().toString());
            component.getConfiguration().setAccountSid(sandbox.accountSid());
            context.getRegistry().bind("claims", new JdbcMessageIdRepository(database, "nodes"));
            context.getRegistry().bind("states", new JdbcStateRepository(database, "nodes"));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(from.startsWith("master") ? from : "twilio-conversations:" + from).routeId("route").process(exchange ->
                            taken.add(from.startsWith("master") ? sid(exchange.getMessage().getBody())
                                    : exchange.getMessage().getHeader(ConversationsHeaders.EVENT_MESSAGE_SID, String.class)));
                }
            });
        });
        nodes.add(node);
        return node;
    }

    private static Object call(Webhooks node, String operation, Map<String, Object> arguments) {
        return node.context().createFluentProducerTemplate()
                .to("twilio-conversations:" + operation).withBody(arguments).request();
    }

    private static String sid(Object item) {
        return Json.toMap(item).get("sid").toString();
    }

    private static String state(Webhooks node) {
        return node.context().getCamelContextExtension().getContextPlugin(WatchedPath.All.class)
                .paths().get(0).routes().get(0).registration();
    }

    /** The operations that a node has called. */
    private static List<String> calls(Webhooks node) {
        Traffic traffic = node.context().getCamelContextExtension().getContextPlugin(Traffic.class);
        return traffic == null ? List.of() : traffic.calls().all().keySet().stream().map(kind -> kind.operation()).toList();
    }
}
