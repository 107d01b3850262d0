// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Scope;
import dev.conversations.api.wire.OutgoingRequest;
import dev.conversations.api.wire.RequestBuilder;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands where the path of an operation has a name: it names one thing there, or nothing is called. */
class PathsTest {

    private static final RequestBuilder BUILDER = new RequestBuilder(URI.create("https://conversations.twilio.com"));
    private static final List<String> HOSTILE = List.of(
            "../../Services", "..%2f..%2fServices", "%2e%2e", "%2E%2E/", "..", ".", "./x", "..;/x", "a/b", "/a", "a/", "//evil.example/x",
            "http://evil.example/", "@evil.example", ":80@evil.example", "a?b=c", "a#b", "a;b", "a&b=c", "a=b", "a\\b", "a\r\nHost: evil.example",
            "a\nb", "a\rb", "a\tb", "a\u0000b", "a b", " ", "", "%", "%zz", "%00", "%0d%0a", "+", "ä", "\u202e", "\uff0e\uff0e\uff0f", "\u2024\u2024",
            "\u2215", "\u010a\u010d", "\ud83d\ude00", "\ud800", "\udc00x", "\u0130", "'\"<>`{}|^[]", "${jndi:ldap://x}", "{{x}}",
            "CH" + "0".repeat(31), "CH" + "0".repeat(33), "CH" + "g".repeat(32), "ch" + "0".repeat(32), "CH" + "0".repeat(31) + "/",
            "CH" + "\u0660".repeat(32), "CH" + "0".repeat(32) + "\n", "CH" + "0".repeat(32) + "/../x");

    /** Each of the 103 operations with each of the options of its path. */
    static Stream<Arguments> places() {
        return calls().flatMap(call -> {
            Operation operation = (Operation) call.get()[0];
            boolean inService = (boolean) call.get()[1];
            return operation.options().values().stream()
                    .filter(option -> option.place() == Option.Place.PATH
                            && (inService || !option.name().equals(Operation.CHAT_SERVICE_SID)))
                    .map(option -> Arguments.of(operation, inService, option));
        });
    }

    private static Stream<Arguments> calls() {
        return Operations.all().values().stream().flatMap(operation -> switch (operation.resource().scope()) {
            case ACCOUNT -> Stream.of(Arguments.of(operation, false));
            case SERVICE -> Stream.of(Arguments.of(operation, true));
            case BOTH -> Stream.of(Arguments.of(operation, false), Arguments.of(operation, true));
        });
    }

    @Test
    void allOperationsAreTried() {
        assertThat(calls()).hasSize(103);
        assertThat(places()).hasSizeGreaterThan(103);
        assertThat(Scope.values()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatStandsInAPathNamesOneThingOrIsRefused(Operation operation, boolean inService, Option place) throws Exception {
        Map<String, Object> arguments = arguments(operation, inService);
        List<String> right = segments(BUILDER.build(operation, arguments));
        int at = right.indexOf(arguments.get(place.name()));
        int named = 0;
        for (String hostile : HOSTILE) {
            arguments.put(place.name(), hostile);
            OutgoingRequest request;
            try {
                request = BUILDER.build(operation, arguments);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining(place.name());
                assertThat(hostile.isBlank() || hostile.length() < 3 || !e.getMessage().contains(hostile)).isTrue();
                continue;
            }
            List<String> segments = segments(request);
            assertThat(segments).as(hostile).hasSameSizeAs(right);
            List<String> others = new ArrayList<>(right);
            others.set(at, segments.get(at));
            assertThat(segments).isEqualTo(others);
            assertThat(segments.get(at)).matches("(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+").isNotIn(".", "..");
            assertThat(URLDecoder.decode(segments.get(at), StandardCharsets.UTF_8))
                    .isEqualTo(new String(hostile.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            assertThat(request.getAuthority()).hasToString("conversations.twilio.com");
            named++;
        }
        assertThat(named).as("what is a name").matches(many -> place.prefix() == null ? many > 20 : many == 0);
    }

    @Test
    void noHeaderOfARequestTakesALineMore() {
        Operation create = Operations.find("messages", "create").orElseThrow();
        Map<String, Object> arguments = arguments(create, false);
        for (String value : List.of("true\r\nX-Evil: 1", "true\nX", "\u010atrue")) {
            arguments.put("webhookEnabled", value);
            assertThatIllegalArgumentException().isThrownBy(() -> BUILDER.build(create, arguments)).withMessageContaining("webhookEnabled");
        }
        assertThat(Operations.all().values().stream().flatMap(operation -> operation.headers().stream())
                .filter(header -> header.type() != Option.Type.BOOLEAN && header.values().isEmpty() && !header.name().equals("ifMatch"))
                .map(Option::name).collect(Collectors.toSet())).as("headers that take any text").isEmpty();
    }

    private static Map<String, Object> arguments(Operation operation, boolean inService) {
        Map<String, Object> arguments = new HashMap<>();
        int number = 0;
        for (Option option : operation.options().values()) {
            boolean there = option.name().equals(Operation.CHAT_SERVICE_SID) ? inService : option.required();
            if (there) {
                String unlike = "0".repeat(31) + Integer.toHexString(number++);
                arguments.put(option.name(), option.prefix() != null ? option.prefix() + unlike
                        : option.values().isEmpty() ? unlike.substring(24) + "x" : option.values().get(0));
            }
        }
        return arguments;
    }

    /** What stands between the slashes, before the query. */
    private static List<String> segments(OutgoingRequest request) {
        String path = request.getPath().split("\\?", 2)[0];
        return List.of(path.split("/", -1));
    }
}
