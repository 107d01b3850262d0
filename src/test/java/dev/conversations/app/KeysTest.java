// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.ConversationsEndpoint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the bridge keeps the keys under which it has created messages. */
class KeysTest {

    private static final String OWN = "#class:" + OwnRepository.class.getName();

    @TempDir
    private Path directory;

    /** One that is told from those of the bridge. */
    public static final class OwnRepository extends MemoryIdempotentRepository {}

    @Test
    void withTheEmbeddedBrokerTheyLieWithIt() throws Exception {
        try (RunningBridge bridge = RunningBridge.start(Map.of())) {
            assertThat(repositories(bridge))
                    .containsOnly((IdempotentRepository) bridge.camel().getRegistry().lookupByName("messageKeys"));
        }
    }

    @Test
    void theyLieWhereTheSettingSays() throws Exception {
        try (RunningBridge bridge = RunningBridge.start(Map.of("KEYS", OWN))) {
            assertThat(repositories(bridge)).isNotEmpty().allMatch(OwnRepository.class::isInstance);
        }
    }

    @Test
    void withABrokerOfOthersTheyLieNowhereUnlessTheSettingSaysWhere() throws Exception {
        try (RunningBridge other = RunningBridge.start(Map.of())) {
            Map<String, String> shared = at(other);
            try (RunningBridge bridge = RunningBridge.start(shared)) {
                assertThat(repositories(bridge)).isEmpty();
            }
            Map<String, String> known = new HashMap<>(shared);
            known.put("KEYS", OWN);
            try (RunningBridge bridge = RunningBridge.start(known)) {
                assertThat(repositories(bridge)).isNotEmpty().allMatch(OwnRepository.class::isInstance);
            }
        }
    }

    @Test
    void whatARepairRemembersWithABrokerOfOthersLiesInFilesUnlessTheSettingsSayWhere() throws Exception {
        try (RunningBridge other = RunningBridge.start(Map.of())) {
            Map<String, String> repairing = new HashMap<>(at(other));
            repairing.put("REPAIR", "true");
            repairing.put("BROKER_DATA", directory.resolve("data").toString());
            try (RunningBridge bridge = RunningBridge.start(repairing)) {
                assertThat(repositories(bridge)).isNotEmpty()
                        .containsOnly((IdempotentRepository) bridge.camel().getRegistry().lookupByName("eventKeys"));
                assertThat(directory.resolve("data/events")).exists();
                await().until(() -> directory.resolve("data/cursors").toFile().length() > 0);
            }
            repairing.put("BROKER_DATA", directory.resolve("none").toString());
            repairing.put("EVENT_KEYS", OWN);
            repairing.put("CURSORS", "#class:" + MemoryStateRepository.class.getName());
            try (RunningBridge bridge = RunningBridge.start(repairing)) {
                assertThat(repositories(bridge)).isNotEmpty().allMatch(OwnRepository.class::isInstance);
                assertThat(directory.resolve("none")).doesNotExist();
            }
        }
    }

    /** A bridge at the broker of another. */
    private static Map<String, String> at(RunningBridge other) {
        return Map.of("BROKER_URL", other.property("bridge.broker.url"),
                "TWILIO_ACCOUNT_SID", other.sandbox().accountSid(), "TWILIO_AUTH_TOKEN", other.sandbox().authToken(),
                "TWILIO_BASE_URI", other.sandbox().baseUri().toString(), "EMAIL_ENABLED", "false",
                "PUBLIC_URL", "https://bridge.example.com");
    }

    private static List<IdempotentRepository> repositories(RunningBridge bridge) {
        return bridge.camel().getEndpoints().stream()
                .filter(ConversationsEndpoint.class::isInstance).map(ConversationsEndpoint.class::cast)
                .map(endpoint -> endpoint.getWebhook().getIdempotentRepository()).filter(Objects::nonNull).toList();
    }
}
