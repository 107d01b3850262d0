// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.camel.listen.HttpRequest;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.register.Enrolment;
import dev.conversations.camel.register.Registrar;
import dev.conversations.camel.register.Wish;
import dev.conversations.interleaving.Orders;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Form;
import dev.conversations.webhook.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.IdempotentRepository;

/** Routes for one event, each step of which waits for its turn. */
final class Routes {

    private static final String PATH = "/twilio/conversations";
    private static final String HOST = "https://bridge.example.com";

    private final CamelContext context;
    private final Orders orders;
    private final IdempotentRepository keys;
    private final Map<String, ConversationsReceiver> running = new LinkedHashMap<>();
    private final List<String> had = new CopyOnWriteArrayList<>();

    Routes(CamelContext context, Orders orders, IdempotentRepository keys) {
        this.context = context;
        this.orders = orders;
        this.keys = keys;
    }

    /** The routes that had the event. */
    List<String> had() {
        return had;
    }

    HttpRequest request(String token) {
        byte[] body = "EventType=onConversationAdded&ConversationSid=CH1&AccountSid=AC1".getBytes(UTF_8);
        Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded",
                Signature.HEADER, Signature.of(token).sign(HOST + PATH, Form.parse(body)));
        return new HttpRequest("POST", "http://localhost", PATH, null, name -> {
            orders.step("header " + name);
            return headers.get(name);
        }, null, body);
    }

    /** A new route. */
    void add(String route, String tokens) {
        orders.step("join " + route);
        ConversationsReceiver receiver = receiver(route, tokens);
        receiver.setRouteId(route);
        orders.step("start " + route);
        receiver.start();
        running.put(route, receiver);
    }

    /** As Camel stops a route and starts it again, maybe with other options: another receiver comes, and the first one is not shut down. */
    void restart(String route, String tokens) {
        orders.step("stop " + route);
        running.remove(route).stop();
        add(route, tokens);
    }

    /** As Camel removes a route. */
    void remove(String route) {
        orders.step("stop " + route);
        ConversationsReceiver receiver = running.remove(route);
        receiver.stop();
        orders.step("shut down " + route);
        receiver.shutdown();
    }

    void end() {
        running.values().forEach(ConversationsReceiver::shutdown);
    }

    private ConversationsReceiver receiver(String route, String tokens) {
        WebhookConfiguration options = new WebhookConfiguration();
        options.setPath(PATH);
        options.setPublicUrl(HOST);
        options.setWebhookAuthToken(tokens);
        options.setIdempotentRepository(keys);
        Subscription subscription = Subscription.of(Optional.of(EventType.ON_CONVERSATION_ADDED), options, null);
        Enrolment enrolment = Enrolment.of(Registrar.of(context), options, new ConversationsConfiguration(),
                new Wish(HOST + PATH, subscription.events()), () -> null);
        return new ConversationsReceiver(context.getEndpoint("direct:" + route), exchange -> {
            orders.step("work " + route);
            had.add(route);
        }, subscription, enrolment, false);
    }
}
