// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at once. */
class LoadTest {

    private static final String SHOP = "+15550000001";
    private static final int CALLERS = 8;
    private static final int EACH = 25;

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);
    private final WebhookCatcher catcher = new WebhookCatcher();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() {
        callers.shutdownNow();
        sandbox.close();
        catcher.close();
    }

    @Test
    void everyMessageHasItsOwnIndexAndIsToldOnceInOrder() throws Exception {
        wire.post("/v1/Configuration/Webhooks", "PreWebhookUrl", catcher.url("/"), "PostWebhookUrl", catcher.url("/"),
                "Filters", "onMessageAdd", "Filters", "onMessageAdded");
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid") + "/Messages";
        List<Integer> statuses = together(i -> wire.post(path, "Body", "m" + i, "X-Twilio-Webhook-Enabled", "true").status());
        assertThat(statuses).containsOnly(201);
        List<String> indexes = IntStream.range(0, CALLERS * EACH).mapToObj(Integer::toString).toList();
        await().until(() -> told().size() == indexes.size());
        assertThat(told()).isEqualTo(indexes);
    }

    @Test
    void firstMessagesOfOnePersonAtOnceOpenOneConversation() throws Exception {
        wire.post("/v1/Configuration/Addresses", "Type", "sms", "Address", SHOP, "AutoCreation.Enabled", "true");
        List<String> sids = together(i -> sandbox.phone("+1555123000" + i % 2).send(SHOP, "m" + i).conversationSid());
        assertThat(sids.stream().distinct()).hasSize(2);
        assertThat(wire.get("/v1/Conversations").items("conversations")).hasSize(2);
    }

    @Test
    void aUniqueNameIsGivenOnce() throws Exception {
        List<Integer> statuses = together(i -> wire.post("/v1/Conversations", "UniqueName", "n" + i % 10).status());
        assertThat(statuses).containsOnly(201, 409).filteredOn(status -> status == 201).hasSize(10);
    }

    private List<String> told() {
        return catcher.caught().stream().filter(event -> event.event().equals("onMessageAdded"))
                .map(event -> event.get("Index")).toList();
    }

    private interface Action<T> {
        T apply(int number) throws Exception;
    }

    private <T> List<T> together(Action<T> action) throws Exception {
        List<Callable<T>> calls = new ArrayList<>();
        IntStream.range(0, CALLERS * EACH).forEach(i -> calls.add(() -> action.apply(i)));
        List<T> results = new ArrayList<>();
        for (Future<T> future : callers.invokeAll(calls)) {
            results.add(future.get());
        }
        return results;
    }
}
