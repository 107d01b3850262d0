// SPDX-License-Identifier: Apache-2.0
package dev.conversations.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Option.Place;
import dev.conversations.api.operation.Scope;
import dev.conversations.camel.ConversationsComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, called in Camel, makes the HTTP request that Twilio's own SDK makes. */
class ContractTest {

    private static final String USER = "AC" + "0".repeat(32);
    private static final String PASSWORD = "token";
    /** What the SDK's readers cannot say: it pages by following Twilio's links. */
    private static final Set<String> NOT_IN_THE_SDK = Set.of("page", "pageToken");

    private static final String INSTANT_WITHOUT_ZONE = "(Date|LastRead)\\w+=[\\d-]+T\\d\\d%3A\\d\\d%3A\\d\\d";

    private static Recorder recorder;
    private static CamelContext context;
    private static ProducerTemplate camel;

    @BeforeAll
    static void start() throws Exception {
        recorder = new Recorder();
        context = new DefaultCamelContext();
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(USER);
        component.getConfiguration().setAuthToken(PASSWORD);
        component.getConfiguration().setBaseUri(recorder.base().toString());
        context.addComponent("twilio-conversations", component);
        context.start();
        camel = context.createProducerTemplate();
    }

    @AfterAll
    static void stop() throws Exception {
        context.close();
        recorder.close();
    }

    static Stream<Arguments> operations() {
        return Operations.all().values().stream().flatMap(operation -> levels(operation).map(inService ->
                Arguments.of(operation, inService)));
    }

    private static Stream<Boolean> levels(Operation operation) {
        Scope scope = operation.resource().scope();
        return scope == Scope.BOTH ? Stream.of(false, true) : Stream.of(scope == Scope.SERVICE);
    }

    @Test
    void thereAre103Operations() {
        assertThat(operations()).hasSize(103);
        assertThat(Operations.all()).hasSize(65);
    }

    @ParameterizedTest(name = "{0}, in a service: {1}")
    @MethodSource("operations")
    void anOperationWithAllItsOptionsIsTheRequestOfTheSdk(Operation operation, boolean inService) throws Exception {
        assertSame(operation, inService, arguments(operation, inService, false));
    }

    @ParameterizedTest(name = "{0}, in a service: {1}")
    @MethodSource("operations")
    void anOperationWithItsRequiredOptionsOnlyIsTheRequestOfTheSdk(Operation operation, boolean inService) throws Exception {
        assertSame(operation, inService, arguments(operation, inService, true));
    }

    @ParameterizedTest(name = "{0}, in a service: {1}")
    @MethodSource("operations")
    void noOptionOfTheSdkIsMissing(Operation operation, boolean inService) throws Exception {
        Set<String> ours = operation.options().values().stream()
                .filter(option -> option.place() != Place.PATH && !option.required())
                .map(Option::name).filter(name -> !NOT_IN_THE_SDK.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> theirs = Sdk.setters(operation, inService).stream()
                .map(name -> name.equals("xTwilioWebhookEnabled") ? "webhookEnabled" : name)
                .filter(name -> !operation.options().containsKey(name) || !operation.options().get(name).required())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void theTextNullThatRemovesAnAddressIsSentThoughTheSdkDropsIt() throws Exception {
        Operation update = Operations.find("participants", "update").orElseThrow();
        Map<String, Object> arguments = Map.of(
                "conversationSid", "CH1", "sid", "MB1", "messagingBindingProxyAddress", "null", "messagingBindingProjectedAddress", "null");
        recorder.answer("{}");
        new Sdk(USER, PASSWORD, recorder.port()).call(update, false, arguments);
        assertThat(recorder.taken().form()).as("the SDK").isEmpty();
        camel.requestBody("twilio-conversations:participants/update", arguments);
        assertThat(recorder.taken().form())
                .containsExactly("MessagingBinding.ProjectedAddress=null", "MessagingBinding.ProxyAddress=null");
    }

    @Test
    void aNameInThePathIsEncodedSoThatItStaysOneSegment() {
        recorder.answer("{}");
        camel.requestBody("twilio-conversations:conversations/fetch", Map.of("sid", "a b/c?d=ü+%"));
        assertThat(recorder.taken().path()).isEqualTo("/v1/Conversations/a%20b%2Fc%3Fd%3D%C3%BC%2B%25");
    }

    private void assertSame(Operation operation, boolean inService, Map<String, Object> arguments) throws Exception {
        recorder.answer(operation.isList()
                ? "{\"meta\":{\"key\":\"%1$s\",\"next_page_url\":null},\"%1$s\":[]}".formatted(operation.resource().items())
                : "{}");
        new Sdk(USER, PASSWORD, recorder.port()).call(operation, inService, arguments);
        Recorder.Request theirs = rightly(recorder.taken());
        camel.requestBody("twilio-conversations:" + operation, arguments);
        assertThat(recorder.taken()).isEqualTo(theirs);
    }

    /**
     * The request of the SDK with what we rightly do otherwise: the SDK leaves out the zone of instants, which are UTC, and encodes
     * {@code ~} and {@code *} in a query unlike in a form.
     */
    private static Recorder.Request rightly(Recorder.Request theirs) {
        return new Recorder.Request(
                theirs.verb(), theirs.path(),
                theirs.query().stream().map(pair -> pair.replace("%7E", "~").replace("*", "%2A")).toList(), theirs.contentType(),
                theirs.form().stream().map(pair -> pair.matches(INSTANT_WITHOUT_ZONE) ? pair + "Z" : pair).toList(),
                theirs.headers());
    }

    private static Map<String, Object> arguments(Operation operation, boolean inService, boolean requiredOnly) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Option option : operation.options().values()) {
            boolean service = option.name().equals(Operation.CHAT_SERVICE_SID);
            boolean wanted = service ? inService : option.required() || !requiredOnly;
            if (wanted && !NOT_IN_THE_SDK.contains(option.name())) {
                arguments.put(option.name(), sample(option));
            }
        }
        return arguments;
    }

    private static Object sample(Option option) {
        String text = !option.values().isEmpty() ? option.values().get(0)
                : option.place() == Place.PATH ? (option.prefix() == null ? "CH" : option.prefix()) + "a1".repeat(16)
                : option.name().endsWith("Url") ? "https://example.com/twilio?a=b&c=%27d"
                : "Grüße & 100% of \"" + option.name() + "\" +1/2 ~*'()\n";
        return switch (option.type()) {
            case INTEGER -> 7;
            case BOOLEAN -> true;
            case DATETIME -> "2026-01-02T03:04:05Z";
            case DURATION -> "PT15M";
            case JSON -> "{\"a b\":\"ü&=\"}";
            case LIST -> List.of(text, option.values().size() > 1 ? option.values().get(1) : "two");
            case JSON_LIST -> List.of("{\"identity\":\"a\"}", "{\"identity\":\"b,c\"}");
            default -> text;
        };
    }
}
