// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Scope;
import dev.conversations.api.text.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollerTest {

    private static final Operation MESSAGES = Operations.find("messages", "list").orElseThrow();
    private static final Operation CONVERSATIONS = Operations.find("conversations", "list").orElseThrow();

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private DefaultCamelContext context;
    private ListServer server;

    @AfterEach
    void stop() {
        context.stop();
        if (server != null) {
            server.close();
        }
    }

    static Stream<Operation> lists() {
        return Operations.all().values().stream().filter(Operation::isList);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyListIsPolledOldestFirstThoughItHasSeveralPages(Operation list) throws Exception {
        server = new ListServer(list);
        if (list.cursor() == null) {
            server.add("X4", 9).add("X1", 1).add("X3", 5).add("X2", 5).add("X5", 70);
        } else {
            server.add("X1", 1).add("X2", 1).add("X3", 1).add("X4", 1).add("X5", 1);
        }
        start(list, "&startFrom=BEGINNING");
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X2", "X3", "X4", "X5"));
        server.add("X6", 71);
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X2", "X3", "X4", "X5", "X6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/list", "conversations/list"})
    void whatWasThereBeforeIsLeftAloneUnlessAskedFor(String name) throws Exception {
        Operation list = Operations.all().get(name);
        server = new ListServer(list).add("X1", 1).add("X2", 2).add("X3", 2);
        MemoryStateRepository states = new MemoryStateRepository();
        start(list, "", states);
        await().until(() -> states.getState(key(list)) != null);
        server.add("X4", 2).add("X5", 3).add("X6", 4);
        await().untilAsserted(() -> assertThat(taken).containsExactly("X4", "X5", "X6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/list", "conversations/list"})
    void anEmptyListIsPolledFromItsFirstItem(String name) throws Exception {
        Operation list = Operations.all().get(name);
        server = new ListServer(list);
        MemoryStateRepository states = new MemoryStateRepository();
        start(list, "", states);
        await().until(() -> states.getState(key(list)) != null);
        server.add("X1", 1);
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1"));
    }

    @Test
    void anItemThatShowsUpLateIsNotLost() throws Exception {
        server = new ListServer(CONVERSATIONS).add("X1", 100);
        start(CONVERSATIONS, "&startFrom=BEGINNING");
        await().until(() -> taken.contains("X1"));
        server.add("X0", 70);
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/list", "conversations/list"})
    void anItemThatFailsComesAgainBeforeAnyLaterOne(String name) throws Exception {
        Operation list = Operations.all().get(name);
        server = new ListServer(list).add("X1", 1).add("X2", 2).add("X3", 3);
        failures.set(2);
        start(list, "&startFrom=BEGINNING");
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X2", "X3"));
        assertThat(failures).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/list", "conversations/list"})
    void aRestartGoesOnWhereThePollEnded(String name, @TempDir Path folder) throws Exception {
        Operation list = Operations.all().get(name);
        server = new ListServer(list).add("X1", 1).add("X2", 2);
        start(list, "&startFrom=BEGINNING", file(folder));
        await().until(() -> taken.size() == 2);
        context.stop();
        server.add("X3", 2).add("X4", 3);
        start(list, "&startFrom=BEGINNING", file(folder));
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X2", "X3", "X4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/list", "conversations/list"})
    void aLongBacklogIsTakenPollByPollOldestFirst(String name) throws Exception {
        Operation list = Operations.all().get(name);
        server = new ListServer(list).add("X0", 0);
        MemoryStateRepository states = new MemoryStateRepository();
        start(list, "&maxMessagesPerPoll=2", states);
        await().until(() -> states.getState(key(list)) != null);
        for (int i = 1; i <= 7; i++) {
            server.add("X" + i, i);
        }
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X2", "X3", "X4", "X5", "X6", "X7"));
    }

    @Test
    void twoRoutesWithOneRepositoryEachTakeAll() throws Exception {
        server = new ListServer(MESSAGES).add("X1", 1).add("X2", 2).add("X3", 3);
        List<String> others = new CopyOnWriteArrayList<>();
        MemoryStateRepository states = new MemoryStateRepository();
        start(MESSAGES, "&startFrom=BEGINNING", states);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(MESSAGES, "&startFrom=BEGINNING&greedy=true")).to("direct:others");
                from(uri(MESSAGES, "&startFrom=BEGINNING&runLoggingLevel=DEBUG")).routeId("named").to("direct:others");
                from("direct:others").process(exchange ->
                        others.add(Json.toMap(exchange.getMessage().getBody()).get("sid").toString()));
            }
        });
        await().untilAsserted(() -> {
            assertThat(taken).containsExactly("X1", "X2", "X3");
            assertThat(others).containsExactlyInAnyOrder("X1", "X2", "X3", "X1", "X2", "X3");
        });
    }

    @Test
    void aConversationThatWasMadeAgainIsTakenFromItsBeginning() throws Exception {
        server = new ListServer(MESSAGES).of("CH1").add("X1", 1).add("X2", 2).add("X3", 3);
        start(MESSAGES, "&startFrom=BEGINNING");
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X2", "X3"));
        server.clear().of("CH2").add("Y1", 4).add("Y2", 5);
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X2", "X3", "Y1", "Y2"));
        server.add("Y3", 4).add("Y4", 5).add("Y5", 6);
        await().untilAsserted(() -> assertThat(taken).endsWith("Y3", "Y4", "Y5").hasSize(8));
    }

    @Test
    void anItemWithAnOddDateHoldsUpNoOther() throws Exception {
        server = new ListServer(CONVERSATIONS).add("X1", 1).odd("X2").add("X3", 3);
        start(CONVERSATIONS, "&startFrom=BEGINNING");
        await().untilAsserted(() -> assertThat(taken).containsExactly("X1", "X3"));
    }

    @Test
    void whereThereIsNothingNewOneMessageIsAskedFor() throws Exception {
        server = new ListServer(MESSAGES).add("X1", 1).add("X2", 2).add("X3", 3);
        start(MESSAGES, "");
        await().until(() -> server.queries().size() > 5);
        assertThat(server.queries().subList(0, 5)).allSatisfy(query ->
                assertThat(query).contains("PageSize=1").contains("Order=desc"));
    }

    @Test
    void conversationsThatAreLongKnownAreNotReadAgain() throws Exception {
        server = new ListServer(CONVERSATIONS).add("X1", 1);
        start(CONVERSATIONS, "");
        await().until(() -> server.queries().size() > 3);
        assertThat(server.queries().subList(1, 3)).allSatisfy(query -> assertThat(query).contains("StartDate=2026-01-02"));
    }

    @Test
    void aPollWaitsLongEnoughForACustomerToThankFor() {
        context = new DefaultCamelContext();
        assertThat(context.getEndpoint("twilio-conversations:messages/list?conversationSid=CH1",
                ScheduledPollEndpoint.class).getDelay()).isEqualTo(5_000);
        assertThat(context.getEndpoint("twilio-conversations:messages/list?conversationSid=CH1&delay=1m",
                ScheduledPollEndpoint.class).getDelay()).isEqualTo(60_000);
    }

    @Test
    void whatAPollDecidesItselfIsNotAnOption() throws Exception {
        server = new ListServer(MESSAGES);
        assertThatThrownBy(() -> start(MESSAGES, "&order=desc")).rootCause()
                .hasMessage("A poll of messages/list takes no option order: it reads all that is new, oldest first");
    }

    @Test
    void aMissingOptionFailsAtStart() throws Exception {
        server = new ListServer(MESSAGES);
        context = new DefaultCamelContext();
        assertThatThrownBy(() -> context.getEndpoint("twilio-conversations:messages/list?accountSid=AC1&authToken=t")
                .createConsumer(exchange -> {}))
                .hasMessage("messages/list needs option conversationSid in the URI");
    }

    private void start(Operation list, String options) throws Exception {
        start(list, options, new MemoryStateRepository());
    }

    private void start(Operation list, String options, Object states) throws Exception {
        context = new DefaultCamelContext();
        context.getRegistry().bind("states", states);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(list, options))
                        .process(exchange -> {
                            String sid = Json.toMap(exchange.getMessage().getBody()).getOrDefault("sid",
                                    Json.toMap(exchange.getMessage().getBody()).get("conversation_sid")).toString();
                            if (sid.equals("X2") && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                                throw new IllegalStateException("not now");
                            }
                            taken.add(sid);
                        });
            }
        });
        context.start();
    }

    private String uri(Operation list, String options) {
        return "twilio-conversations:" + list.name() + "?accountSid=" + account() + "&authToken=t&baseUri=" + server.base()
                + "&stateRepository=#states&initialDelay=0&delay=20" + arguments(list) + options;
    }

    private static String key(Operation list) {
        return CursorKey.of(list, account(), list == MESSAGES ? Map.of("conversationSid", "CH1") : Map.of());
    }

    private static String account() {
        return "AC" + "0".repeat(32);
    }

    private static FileStateRepository file(Path folder) {
        return FileStateRepository.fileStateRepository(folder.resolve("states").toFile());
    }

    private static String arguments(Operation list) {
        StringBuilder arguments = new StringBuilder();
        list.options().values().stream().filter(option -> option.required()).forEach(option -> arguments.append('&')
                .append(option.name()).append('=').append(option.prefix() == null ? "CH1" : option.prefix() + "0".repeat(32)));
        assertThat(list.resource().scope() == Scope.SERVICE).isEqualTo(arguments.toString().contains("chatServiceSid"));
        return arguments.toString();
    }
}
