// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.camel.repair.Worked.Row;
import dev.conversations.sandbox.Disturbance;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import dev.conversations.testing.FreePort;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed over their events, and what they, or others, make of what is left. */
class NodesTest {

    private static final int MESSAGES = 180;
    private static final int CONVERSATIONS = 6;
    /** So many events at most a program has in work when it is killed: its repair, and one webhook of each conversation. */
    private static final int IN_WORK = 4 + CONVERSATIONS;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAuthToken(Webhooks.TOKEN));
    private final DefaultCamelContext actor = new DefaultCamelContext();
    private final List<Process> nodes = new ArrayList<>();
    private final List<String> made = new CopyOnWriteArrayList<>();
    private FluentProducerTemplate calls;
    private Worked worked;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        worked = new Worked();
        ConversationsComponent component = actor.getComponent("twilio-conversations", ConversationsComponent.class);
        component.getConfiguration().setBaseUri(sandbox.baseUri().toString());
        component.getConfiguration().setAccountSid(sandbox.accountSid());
        component.getConfiguration().setAuthToken(Webhooks.TOKEN);
        actor.start();
        calls = actor.createFluentProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        nodes.forEach(Process::destroyForcibly);
        actor.close();
        sandbox.close();
        worked.close();
    }

    @Test
    void threeKillsLoseNothingThoughWebhooksAreLostRepeatedAndReorderedAsWell() throws Exception {
        int port = FreePort.next();
        call("configuration-webhooks/update", Map.of("method", "POST", "postWebhookUrl", url(port), "filters", List.of("onMessageAdded")));
        sandbox.disturb(Disturbance.NONE.withDropEvery(3).withCopies(2).withReorder(true));
        Process node = node(port, url(port), false);
        CompletableFuture<Void> making = CompletableFuture.runAsync(this::makeMessages);
        for (int kill = 1; kill <= 3; kill++) {
            int enough = kill * MESSAGES / 6;
            await().atMost(Duration.ofSeconds(30)).until(() -> worked.rows().size() >= enough);
            kill(node);
            node = node(port, url(port), false);
        }
        making.join();

        assertAllWorkedOn(3);
        assertThat(worked.rows()).anyMatch(Row::repaired).anyMatch(row -> !row.repaired());
    }

    @Test
    void threeNodesBehindOneAddressLoseNothingWhenTheOneThatRepairsIsKilled() throws Exception {
        List<Integer> ports = List.of(FreePort.next(), FreePort.next(), FreePort.next());
        try (Balancer balancer = new Balancer(ports)) {
            Process first = node(ports.get(0), url(balancer.port()), true);
            node(ports.get(1), url(balancer.port()), true);
            node(ports.get(2), url(balancer.port()), true);
            await().until(() -> url(balancer.port()).equals(
                    Json.toMap(call("configuration-webhooks/fetch", Map.of())).get("post_webhook_url")));
            CompletableFuture<Void> making = CompletableFuture.runAsync(this::makeMessages);
            await().atMost(Duration.ofSeconds(30)).until(() -> worked.rows().size() >= MESSAGES / 3);
            kill(first);
            making.join();

            assertAllWorkedOn(1);
        }
    }

    /** Nothing lost, each done once by the repository; what was in work at a kill is worked on again. */
    private void assertAllWorkedOn(int kills) throws Exception {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(worked.rows()).extracting(Row::message).containsAll(made);
            assertThat(worked.done()).isEqualTo(MESSAGES);
        });
        List<Row> rows = worked.rows();
        assertThat(rows).extracting(Row::message).hasSizeLessThanOrEqualTo(MESSAGES + kills * IN_WORK);
        rows.stream().map(Row::conversation).distinct().forEach(conversation -> assertThat(rows)
                .filteredOn(row -> row.repaired() && row.conversation().equals(conversation)).extracting(Row::index).isSorted());
    }

    private void makeMessages() {
        List<String> conversations = IntStream.range(0, CONVERSATIONS)
                .mapToObj(i -> sid(call("conversations/create", Map.of()))).toList();
        for (int i = 0; i < MESSAGES; i++) {
            made.add(sid(call("messages/create", Map.of("conversationSid", conversations.get(i % CONVERSATIONS),
                    "body", "text " + i, "webhookEnabled", true))));
        }
    }

    private Process node(int port, String publicUrl, boolean several) throws IOException {
        Process node = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Node.class.getName(), folder.toString(),
                String.valueOf(several), sandbox.baseUri().toString(), sandbox.accountSid(), worked.url(), String.valueOf(port), publicUrl)
                .redirectErrorStream(true).redirectOutput(folder.resolve("out " + nodes.size()).toFile()).start();
        nodes.add(node);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            try (Socket socket = new Socket("localhost", port)) {
                return true;
            } catch (IOException e) {
                assertThat(node.isAlive()).isTrue();
                return false;
            }
        });
        return node;
    }

    private static void kill(Process node) throws InterruptedException {
        node.destroyForcibly();
        node.waitFor();
    }

    private synchronized Object call(String operation, Map<String, Object> arguments) {
        return calls.to("twilio-conversations:" + operation).withBody(arguments).request();
    }

    private static String sid(Object item) {
        return Json.toMap(item).get("sid").toString();
    }

    private static String url(int port) {
        return "http://localhost:" + port + Webhooks.PATH;
    }
}
