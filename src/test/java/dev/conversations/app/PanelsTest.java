// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mail and queues of a bridge on the page of its sandbox. */
class PanelsTest {
    private static final String SHOP = "+15559990000";
    private static RunningBridge bridge;
    private static Wire wire;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of());
        wire = new Wire(bridge.sandbox());
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void thePageShowsMailsAndWhatTheySayAndLeavesThemUnread() throws Exception {
        String conversation = bridge.sandbox().phone("+15551230001").send(SHOP, "Where is my parcel?").conversationSid();
        await().untilAsserted(() -> assertThat(rows("Mail")).anyMatch(row ->
                row.get("title").equals("Conversation " + conversation.substring(2, 10))));
        Map<String, Object> mail = rows("Mail").get(0);
        assertThat(mail.get("note").toString()).endsWith(" to support@example.com");
        assertThat(mail.toString()).doesNotContain("parcel");
        assertThat(content("Mail", mail)).contains("To: support@example.com", "Where is my parcel?");
    }

    @Test
    void thePageShowsQueuesAndWhatWaitsThereAndNoSecretOfTheBridge() throws Exception {
        new Queues(bridge).put("conversations.replies", "no answer at all");
        await().untilAsserted(() -> assertThat(rows("Queues")).anyMatch(row ->
                row.get("title").equals("conversations.dead-letters") && row.get("note").equals("1 message")));
        Map<String, Object> queue = rows("Queues").stream()
                .filter(row -> row.get("title").equals("conversations.dead-letters")).findFirst().orElseThrow();
        assertThat(content("Queues", queue)).contains("no answer at all", "BridgeReason").doesNotContain("BridgeSignature");
        assertThat(wire.get("/sandbox/panels?Panel=Queues&Row=elsewhere").status()).isEqualTo(404);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(String panel) {
        return (List<Map<String, Object>>) wire.get("/sandbox/state?Panel=" + panel).object("panel").get("rows");
    }

    private static String content(String panel, Map<String, Object> row) {
        return wire.get("/sandbox/panels?Panel=" + panel + "&Row=" + row.get("id").toString().replace("@", "%40"))
                .text("content");
    }
}
