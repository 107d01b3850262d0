// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.delivery.Origin;
import dev.conversations.app.delivery.Payload;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.arrival.ArrivedMail;
import dev.conversations.app.mail.parts.MailParts;
import dev.conversations.app.mail.text.ReplyText;
import dev.conversations.app.scene.Transcript.Line;
import dev.conversations.model.Message;
import dev.conversations.model.Participant;
import dev.conversations.webhook.WebhookEvent;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCreatedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Tells the transcript what comes into the routes and what goes out. */
public final class Narrator extends EventNotifierSupport {
    private static final String REPLIES = "queue-to-conversation";
    private static final String ANSWERS = "direct://mail-to-conversation";
    private static final int WIDTH = 90;
    /** What only programs read of an address. */
    private static final Pattern DETAIL = Pattern.compile("[^0-9a-zA-Z@][0-9a-z]{41}(?=@)");

    private final Transcript transcript;
    private final String number;
    private final Set<String> queues;
    private final Origin origin = new Origin();

    /**
     * @param number the number that people write to
     * @param queues the queues that people and programs look at
     */
    public Narrator(Transcript transcript, String number, Set<String> queues) {
        this.transcript = transcript;
        this.number = number;
        this.queues = queues;
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeAsyncProcessingStartedEvents(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeFailedEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
    }

    @Override
    public void notify(CamelEvent event) throws Exception {
        if (event instanceof ExchangeCreatedEvent created) {
            cameIn(created.getExchange());
        } else if (event instanceof ExchangeSendingEvent sending
                && ANSWERS.equals(sending.getEndpoint().getEndpointUri())
                && sending.getExchange().getMessage().getBody() instanceof ArrivedMail mail) {
            transcript.say(mailed(mail.parsed()));
        } else if (event instanceof ExchangeSentEvent sent && sent.getExchange().getException() == null) {
            wentOut(sent.getEndpoint(), sent.getExchange());
        }
    }

    /** The route that hears of delivered messages: only Twilio knows. */
    public RouteBuilder deliveries() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onDeliveryUpdated").routeId("narrate-deliveries")
                        .description("Tells the transcript what people received.")
                        .filter(simple("${body.status} == 'delivered'"))
                        .process(Narrator.this::delivered);
            }
        };
    }

    private void cameIn(Exchange exchange) throws Exception {
        Object body = exchange.getMessage().getBody();
        if (body instanceof WebhookEvent event && event.messageSid() != null && event.author() != null) {
            if (!origin.isForeign(event)) {
                return;
            }
            transcript.say(new Line(event.author(), event.source(), number, event.body(),
                    event.conversationSid() + " " + event.messageSid()));
        } else if (body instanceof jakarta.jms.Message message && REPLIES.equals(exchange.getFromRouteId())
                && exchange.getFromEndpoint() instanceof JmsEndpoint queue) {
            transcript.say(new Line("a program", "queue", queue.getDestinationName(),
                    new String(Payload.of(message), UTF_8), message.getJMSMessageID()));
        }
    }

    private void wentOut(Endpoint endpoint, Exchange exchange) throws MessagingException, IOException, Undeliverable {
        if (exchange.getMessage().getBody() instanceof MimeMessage mail) {
            transcript.say(mailed(mail));
        } else if (endpoint instanceof JmsEndpoint queue && queues.contains(queue.getDestinationName())) {
            String reason = header(exchange, "BridgeReason");
            transcript.say(new Line("bridge", "queue", queue.getDestinationName(),
                    shortened(exchange.getMessage().getBody(String.class)),
                    reason == null ? header(exchange, "JMSXGroupID") : reason));
        }
    }

    private static Line mailed(MimeMessage mail) throws MessagingException, IOException, Undeliverable {
        return new Line(addresses(mail, "From"), "mail", addresses(mail, "To"),
                ReplyText.of(MailParts.of(mail).text()), "Message-ID " + mail.getMessageID());
    }

    /** As far as they can be read. */
    private static String addresses(MimeMessage mail, String header) throws MessagingException {
        try {
            String value = DETAIL.matcher(Objects.toString(mail.getHeader(header, ","), "")).replaceAll("");
            InternetAddress[] addresses = InternetAddress.parseHeader(value, false);
            return addresses.length == 0 ? "somebody" : InternetAddress.toUnicodeString(addresses);
        } catch (AddressException e) {
            return "somebody";
        }
    }

    private static String header(Exchange exchange, String name) {
        return exchange.getMessage().getHeader(name, String.class);
    }

    private static String shortened(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "...";
    }

    private void delivered(Exchange exchange) throws IOException {
        WebhookEvent event = exchange.getMessage().getBody(WebhookEvent.class);
        try (ProducerTemplate twilio = exchange.getContext().createProducerTemplate()) {
            Message message = twilio.requestBody("twilio-conversations:messages/fetch", Map.of(
                    "conversationSid", event.conversationSid(), "sid", event.messageSid()), Message.class);
            Participant participant = twilio.requestBody("twilio-conversations:participants/fetch", Map.of(
                    "conversationSid", event.conversationSid(), "sid", event.participantSid()), Participant.class);
            String address = String.valueOf(participant.messagingBinding().get("address"));
            transcript.say(new Line(number, "SMS", address, message.body(), String.join(" ",
                    event.conversationSid(), event.messageSid(), event.deliveryReceiptSid(), event.status())));
        }
    }
}
