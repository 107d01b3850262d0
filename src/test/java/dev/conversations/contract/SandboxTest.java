// SPDX-License-Identifier: Apache-2.0
package dev.conversations.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Scope;
import dev.conversations.sandbox.Sandbox;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio's own SDK finds in the sandbox what it finds at Twilio, resource by resource and at both levels. */
class SandboxTest {

    /** What makes an item of a resource; {@code #} is another text each time. */
    private static final Map<String, Map<String, Object>> MAKES = Map.ofEntries(
            Map.entry("addresses", Map.of("type", "sms", "address", "+1555000#", "friendlyName", "Shop",
                    "autoCreationEnabled", true, "autoCreationType", "default")),
            Map.entry("conversation-with-participants", Map.of("friendlyName", "Together", "participant", List.of(
                    "{\"identity\":\"a\"}",
                    "{\"messaging_binding\":{\"address\":\"+1555111#\",\"proxy_address\":\"+15550000001\"}}"))),
            Map.entry("conversations", Map.of("friendlyName", "Order", "uniqueName", "u#", "attributes", "{\"a\":1}",
                    "state", "active", "timersInactive", "PT5M", "timersClosed", "P1D",
                    "dateCreated", "2026-01-02T03:04:05Z")),
            Map.entry("credentials", Map.of("type", "fcm", "friendlyName", "Push", "secret", "s")),
            Map.entry("messages", Map.of("author", "me", "body", "Grüße #", "attributes", "{}", "subject", "About")),
            Map.entry("participants", Map.of("identity", "i#", "attributes", "{}")),
            Map.entry("roles", Map.of("friendlyName", "role #", "type", "conversation", "permission",
                    List.of("sendMessage", "leaveConversation"))),
            Map.entry("services", Map.of("friendlyName", "service #")),
            Map.entry("users", Map.of("identity", "user#", "friendlyName", "User", "attributes", "{\"b\":2}")),
            Map.entry("webhooks", Map.of("target", "webhook", "configurationUrl", "https://example.com/#",
                    "configurationMethod", "POST",
                    "configurationFilters", List.of("onMessageAdded", "onMessageRemoved"))));

    /** What changes an item of a resource. */
    private static final Map<String, Map<String, Object>> CHANGES = Map.ofEntries(
            Map.entry("addresses", Map.of("friendlyName", "Other", "autoCreationEnabled", false)),
            Map.entry("configuration", Map.of("defaultInactiveTimer", "PT1H", "defaultClosedTimer", "PT24H")),
            Map.entry("configuration-webhooks", Map.of("method", "GET", "filters", List.of("onMessageAdded"),
                    "postWebhookUrl", "https://example.com/after", "target", "webhook")),
            Map.entry("conversations", Map.of("friendlyName", "Other", "state", "inactive")),
            Map.entry("credentials", Map.of("friendlyName", "Other")),
            Map.entry("messages", Map.of("body", "Other", "author", "you")),
            Map.entry("notifications", Map.of("logEnabled", true, "newMessageEnabled", true, "newMessageSound", "ping",
                    "newMessageWithMediaTemplate", "t")),
            Map.entry("participants", Map.of("attributes", "{\"c\":3}", "lastReadMessageIndex", 0)),
            Map.entry("roles", Map.of("permission", List.of("sendMessage"))),
            Map.entry("service-configuration", Map.of("reachabilityEnabled", true)),
            Map.entry("service-webhooks", Map.of("method", "GET", "filters", List.of("onMessageAdded"),
                    "postWebhookUrl", "https://example.com/after")),
            Map.entry("user-conversations", Map.of("notificationLevel", "muted", "lastReadMessageIndex", 0)),
            Map.entry("users", Map.of("friendlyName", "Other")),
            Map.entry("webhooks", Map.of("configurationUrl", "https://example.com/other")));

    private static final int MANY = 5;
    private static final String MEMBER = "member";

    private final Sandbox sandbox = Sandbox.start();
    private final Sdk sdk = new Sdk(sandbox.accountSid(), sandbox.authToken(), sandbox.baseUri().getPort());
    private int made;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    static Stream<Arguments> resources() {
        return Operations.all().values().stream().map(Operation::resource).distinct().flatMap(resource ->
                (resource.scope() == Scope.BOTH ? Stream.of(false, true) : Stream.of(resource.scope() == Scope.SERVICE))
                        .map(inService -> Arguments.of(resource.name(), inService)));
    }

    @ParameterizedTest(name = "{0}, in a service: {1}")
    @MethodSource("resources")
    void theSdkMakesReadsListsChangesAndDeletes(String resource, boolean inService) throws Exception {
        Map<String, Object> place = place(resource, inService);
        List<Object> items = has(resource, "create") ? make(resource, inService, place)
                : derived(resource, inService, place);
        if (has(resource, "list")) {
            place.putAll(resource.equals("participant-conversations") ? Map.of("identity", MEMBER) : Map.of());
            place.put("pageSize", 2);
            assertThat(keys(sdk.read(operation(resource, "list"), inService, place))).containsSubsequence(keys(items));
            assertThat(((Page<?>) call(resource, "list", inService, place)).getRecords())
                    .hasSize(Math.min(2, items.size()));
            place.remove("pageSize");
        }
        Object last = items.isEmpty() ? null : items.get(items.size() - 1);
        if (last != null && key(last) != null) {
            place.put(resource.equals("user-conversations") ? "conversationSid" : "sid", key(last));
        }
        if (has(resource, "create") && has(resource, "fetch")) {
            assertThat(call(resource, "fetch", inService, place)).isEqualTo(last);
        }
        if (has(resource, "update")) {
            Object before = call(resource, "fetch", inService, place);
            Object changed = call(resource, "update", inService, place, CHANGES.get(resource));
            assertThat(changed).isNotEqualTo(before).isEqualTo(call(resource, "fetch", inService, place));
        }
        if (has(resource, "delete") && last != null) {
            assertThat(call(resource, "delete", inService, place)).isEqualTo(true);
            expectNotFound(resource, "fetch", inService, place);
            expectNotFound(resource, "delete", inService, place);
        }
    }

    @Test
    void aServiceHasNoPushBindingsUntilADeviceRegistersOne() throws Exception {
        Map<String, Object> place = place("bindings", true);
        assertThat(sdk.read(operation("bindings", "list"), true, place)).isEmpty();
        place.put("sid", "BS" + "0".repeat(32));
        expectNotFound("bindings", "fetch", true, place);
        expectNotFound("bindings", "delete", true, place);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConversationIsOpenedTogetherWithItsParticipants(boolean inService) throws Exception {
        Map<String, Object> place = place("conversation-with-participants", inService);
        Object conversation = call("conversation-with-participants", "create", inService, place,
                MAKES.get("conversation-with-participants"));
        place.put("conversationSid", key(conversation));
        assertThat(sdk.read(operation("participants", "list"), inService, place))
                .extracting("identity", "messagingBinding").containsExactly(tuple("a", null), tuple(null, Map.of(
                        "type", "sms", "address", "+1555111%04d".formatted(made), "proxy_address", "+15550000001")));
    }

    private List<Object> make(String resource, boolean inService, Map<String, Object> place) throws Exception {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            items.add(call(resource, "create", inService, place, MAKES.get(resource)));
        }
        return items;
    }

    /** What comes into being by other things than a call of its own. */
    private List<Object> derived(String resource, boolean inService, Map<String, Object> place) throws Exception {
        if (resource.equals("receipts")) {
            for (int i = 0; i < MANY; i++) {
                call("participants", "create", inService, place, Map.of(
                        "messagingBindingAddress", "+1555111000" + i, "messagingBindingProxyAddress", "+15550000001"));
            }
            place.put("messageSid", key(call("messages", "create", inService, place, Map.of("body", "x"))));
            return sdk.read(operation(resource, "list"), inService, place);
        }
        if (resource.endsWith("-conversations")) {
            List<Object> conversations = make("conversations", inService, place);
            for (Object conversation : conversations) {
                place.put("conversationSid", key(conversation));
                call("participants", "create", inService, place, Map.of("identity", MEMBER));
            }
            place.put("userSid", MEMBER);
            return conversations;
        }
        return List.of();
    }

    /** The options of the path, for each of which there is something. */
    private Map<String, Object> place(String resource, boolean inService) throws Exception {
        Map<String, Object> place = new HashMap<>();
        if (inService) {
            place.put("chatServiceSid", key(call("services", "create", false, place, Map.of("friendlyName", "s"))));
        }
        if (!resource.endsWith("-conversations")) {
            place.put("conversationSid",
                    key(call("conversations", "create", inService, place, Map.of("uniqueName", "place"))));
        }
        return place;
    }

    private Object call(String resource, String method, boolean inService, Map<String, Object> place) throws Exception {
        return call(resource, method, inService, place, Map.of());
    }

    /** Calls with what the operation takes of the place, and with the arguments; {@code #} becomes a new number. */
    private Object call(
            String resource, String method, boolean inService, Map<String, Object> place, Map<String, Object> arguments)
            throws Exception {
        Operation operation = operation(resource, method);
        Map<String, Object> all = new HashMap<>(place);
        all.keySet().retainAll(operation.options().keySet());
        if (!inService) {
            all.remove("chatServiceSid");
        }
        String number = "%04d".formatted(++made);
        arguments.forEach((name, value) -> all.put(name, value instanceof List<?> texts
                ? texts.stream().map(text -> text.toString().replace("#", number)).toList()
                : value instanceof String text ? text.replace("#", number) : value));
        return sdk.call(operation, inService, all);
    }

    private void expectNotFound(String resource, String method, boolean inService, Map<String, Object> place) {
        assertThatThrownBy(() -> call(resource, method, inService, place))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.getStatusCode()).isEqualTo(404);
            assertThat(refusal.getCode()).isEqualTo(20404);
            assertThat(refusal.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/20404");
        });
    }

    private static boolean has(String resource, String method) {
        return Operations.find(resource, method).isPresent();
    }

    private static Operation operation(String resource, String method) {
        return Operations.find(resource, method).orElseThrow();
    }

    private static List<String> keys(List<Object> items) throws ReflectiveOperationException {
        List<String> keys = new ArrayList<>();
        for (Object item : items) {
            keys.add(key(item));
        }
        return keys;
    }

    /** The SID of an item; null when it has none. */
    private static String key(Object item) throws ReflectiveOperationException {
        for (String getter : List.of("getSid", "getConversationSid")) {
            for (Method method : item.getClass().getMethods()) {
                if (method.getName().equals(getter)) {
                    return (String) method.invoke(item);
                }
            }
        }
        return null;
    }
}
