// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.benchmark.measure.Spending;
import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Level;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page costs does not grow with its list. */
class PageCostTest {

    private static final int FEW = 120;
    private static final int MANY = 4_000;
    private static final int RARE = 100;

    private static World small;
    private static World large;

    /** An account with as many of everything. */
    private record World(Sandbox sandbox, Wire wire, Map<String, String> sids) {

        static World of(int size) {
            Sandbox sandbox = Sandbox.start();
            Level level = new Level(sandbox.chatServiceSid(), false);
            String busy = create(sandbox, level, "conversations", Map.of("friendlyName", "busy"));
            String user = create(sandbox, level, "users", Map.of("identity", "ben"));
            create(sandbox, level, "participants", Map.of("conversationSid", busy, "identity", "ben"));
            for (int i = 0; i < size; i++) {
                String sid = create(sandbox, level, "conversations", Map.of("uniqueName", "n" + i));
                create(sandbox, level, "participants", Map.of("conversationSid", sid, "identity", "ben"));
                create(sandbox, level, "messages", Map.of("conversationSid", busy, "author", "ben", "body", "m" + i));
                create(sandbox, level, "users", Map.of("identity", "user" + i));
                create(sandbox, level, "addresses", Map.of("type", "sms", "address", "+1555%07d".formatted(i)));
                if (i >= size - RARE) {
                    sandbox.parts.world.update(Call.of("conversations", "update", level,
                            Map.of("sid", sid, "state", "closed"), Actor.api(false)));
                }
            }
            return new World(sandbox, new Wire(sandbox), Map.of("busy", busy, "user", user));
        }

        private static String create(Sandbox sandbox, Level level, String resource, Map<String, Object> arguments) {
            return sandbox.parts.world.create(
                    Call.of(resource, "create", level, arguments, Actor.api(false))).sid();
        }

        String path(String template) {
            String path = template;
            for (Map.Entry<String, String> sid : sids.entrySet()) {
                path = path.replace("{" + sid.getKey() + "}", sid.getValue());
            }
            return path;
        }

        /** The least that a request makes anybody allocate. */
        long bytes(String path) {
            return LongStream.range(0, 12).map(i -> {
                Spending spending = Spending.ofAll();
                assertThat(wire.get(path).status()).isEqualTo(200);
                return spending.soFar().bytes();
            }).min().orElseThrow();
        }
    }

    @BeforeAll
    static void fill() {
        small = World.of(FEW);
        large = World.of(MANY);
    }

    @AfterAll
    static void stop() {
        small.sandbox().close();
        large.sandbox().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/v1/Conversations/{busy}/Messages?PageSize=20",
        "/v1/Conversations/{busy}/Messages?PageSize=20&Order=desc",
        "/v1/Conversations?PageSize=20",
        "/v1/Conversations?PageSize=20&State=closed",
        "/v1/Conversations?PageSize=20&State=active",
        "/v1/Conversations?PageSize=20&StartDate=2020-01-01&EndDate=2099-01-01",
        "/v1/Conversations?PageSize=20&EndDate=2020-01-01",
        "/v1/Conversations?PageSize=20&StartDate=2099-01-01",
        "/v1/Users?PageSize=20",
        "/v1/Users/{user}/Conversations?PageSize=20",
        "/v1/ParticipantConversations?PageSize=20&Identity=ben",
        "/v1/Configuration/Addresses?PageSize=20&Type=sms",
        "/v1/Configuration/Addresses?PageSize=20&Type=email",
        "/v1/Conversations/n1",
        "/v1/Users/user1",
        "/v1/Users/{user}/Conversations/{busy}",
        "/sandbox/state?Conversation={busy}&Phone=%2B15551230001"})
    void aPageCostsTheSameHoweverLongTheList(String template) {
        long few = small.bytes(small.path(template));
        long many = large.bytes(large.path(template));
        assertThat(many).as("bytes of a page of %d, beside %d of %d", MANY, few, FEW).isLessThan(few + few / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/v1/Conversations/{busy}/Messages?PageSize=50",
        "/v1/Conversations/{busy}/Messages?PageSize=50&Order=desc",
        "/v1/Conversations?PageSize=50&State=active",
        "/v1/ParticipantConversations?PageSize=50&Identity=ben"})
    void aPageInTheMiddleCostsWhatTheFirstDoes(String template) {
        String first = large.path(template);
        String middle = first;
        for (int page = 0; page < MANY / 100; page++) {
            String next = large.wire().get(middle).object("meta").get("next_page_url").toString();
            middle = next.substring(large.sandbox().baseUri().toString().length());
        }
        long bytes = large.bytes(first);
        assertThat(large.bytes(middle)).isLessThan(bytes + bytes / 2);
    }
}
