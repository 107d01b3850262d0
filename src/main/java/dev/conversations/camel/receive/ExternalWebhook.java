// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.api.TwilioClient;
import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.listen.HttpRequest;
import dev.conversations.camel.listen.Refusal;
import dev.conversations.camel.listen.ServletForm;
import dev.conversations.camel.options.RegistrationLevel;
import dev.conversations.camel.options.Verdict;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.register.Registration;
import dev.conversations.camel.register.Wish;
import dev.conversations.camel.trust.Door;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Form;
import dev.conversations.webhook.WebhookEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events received through Camel's webhook component. It has limits that {@code from} without {@code webhook:} has not: one route and one
 * URL each, values of at most 8 KiB, no Event Streams, no deduplication, no deadline for answers. Twilio's settings are changed only if
 * {@code registration} says where, and changed back only with {@code unregisterOnStop}.
 */
public final class ExternalWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalWebhook.class);

    private final Subscription subscription;
    private final WebhookConfiguration options;
    private final Supplier<TwilioClient> client;

    /**
     * @param subscription what is received, at the URL of Camel's choice
     * @param client makes the calls that register; is asked for only when something is to be registered
     */
    public ExternalWebhook(Subscription subscription, Supplier<TwilioClient> client) {
        this.subscription = subscription;
        this.options = subscription.options();
        this.client = client;
    }

    /** What turns requests into events for the route, and its outcome into answers. */
    public Processor handler(Processor route) {
        Door door = subscription.door();
        return exchange -> {
            Message message = exchange.getMessage();
            Map<String, List<String>> form = form(message);
            HttpRequest request = HttpRequest.of(message, options.getMaxBodySize());
            if (form == null) {
                new Answer(400, "").write(message);
                return;
            }
            if (!door.isRight(request, request.signed(form))) {
                LOG.warn("Webhook at {} has no valid signature{}", options.getPath(), door.reportOnly() ? ", and is let in" : "");
                if (!door.reportOnly()) {
                    new Answer(403, "").write(message);
                    return;
                }
            }
            WebhookEvent event = new WebhookEvent(form);
            EventType type = event.type().filter(subscription::wants).orElse(null);
            if (type == null) {
                Answer.OK.write(message);
                return;
            }
            message.getHeaders().clear();
            EventMessage.fill(message, event);
            route.process(exchange);
            answer(exchange, event, type).write(exchange.getMessage());
        };
    }

    private Answer answer(Exchange exchange, WebhookEvent event, EventType type) {
        if (exchange.isFailed() || exchange.isRollbackOnly()) {
            return failed(exchange, type);
        }
        try {
            return type.before() ? Answer.of(PreAction.reply(exchange.getMessage(), event), type) : Answer.OK;
        } catch (IllegalArgumentException e) {
            LOG.error("The route answered {} wrongly: {}", type.event(), e.getMessage());
            return failed(exchange, type);
        }
    }

    private Answer failed(Exchange exchange, EventType type) {
        if (type.before() && options.getOnFailure() == Verdict.ACCEPT) {
            exchange.setException(null);
            return Answer.OK;
        }
        return Answer.FAILED;
    }

    public void register() throws IOException {
        if (options.getRegistration() != RegistrationLevel.NONE) {
            registration().reconcile(wish());
        }
    }

    public void unregister() throws IOException {
        if (options.getRegistration() != RegistrationLevel.NONE && options.isUnregisterOnStop()) {
            registration().remove(wish());
        }
    }

    private Registration registration() {
        return Registration.of(options, client.get());
    }

    private Wish wish() {
        return new Wish(options.getPublicUrl(), subscription.events());
    }

    /** The fields as the HTTP server parsed them, or as they came; null when they cannot be read. */
    private static Map<String, List<String>> form(Message message) {
        try {
            if ("GET".equals(message.getHeader(Exchange.HTTP_METHOD))) {
                return Form.parse(HttpRequest.query(message));
            }
            Map<String, List<String>> form = form(message, message.getHeader(ServletForm.REQUEST) != null);
            return form.isEmpty() && message.getHeader(ServletForm.REQUEST) instanceof HttpServletRequest request
                    ? Form.parse(ServletForm.of(request))
                    : form;
        } catch (IllegalArgumentException | Refusal e) {
            return null;
        }
    }

    private static Map<String, List<String>> form(Message message, boolean servlet) {
        if (!(message.getBody() instanceof Map<?, ?> parsed)) {
            byte[] body = message.getBody(byte[].class);
            return body == null ? Map.of() : Form.parse(body);
        }
        Function<Object, String> text = servlet ? value -> ServletForm.decoded(value.toString()) : Object::toString;
        Map<String, List<String>> form = new LinkedHashMap<>();
        parsed.forEach((name, value) -> form.put(name.toString(),
                value instanceof Collection<?> values ? values.stream().map(text).toList() : List.of(text.apply(value))));
        return form;
    }
}
