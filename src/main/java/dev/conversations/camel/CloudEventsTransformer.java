// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.api.text.Json;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Makes an event a CloudEvent: its attributes become headers, its parameters JSON. Told twice, it has the same id;
 * its type is that of Event Streams where there is one.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0</a>
 */
@DataTypeTransformer(name = "twilio-conversations:application-cloudevents",
        description = "Sets the CloudEvents headers of an event and makes its parameters JSON")
public final class CloudEventsTransformer extends Transformer {
    private static final String TYPES = "com.twilio.conversations.";
    private static final String JSON = "application/json";

    @Override
    public void transform(Message message, DataType from, DataType to) throws Exception {
        WebhookEvent event = message.getMandatoryBody(WebhookEvent.class);
        CloudEvent version = CloudEvents.v1_0;
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, version.version());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID, id(event, message));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, type(event));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, source(event));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, event.conversationSid());
        message.removeHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME);
        Optional.ofNullable(time(event, message)).ifPresent(time -> message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME, time));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_TYPE, JSON);
        message.setHeader(Exchange.CONTENT_TYPE, JSON);
        message.setBody(Json.write(event));
    }

    /** Of a question, which may be asked more than once, each is another event. */
    private static String id(WebhookEvent event, Message message) {
        return isQuestion(event) ? message.getExchange().getExchangeId() : new Delivery(event, null).key().replace(' ', '/');
    }

    private static String type(WebhookEvent event) {
        return event.type().map(EventType::stream).orElse(TYPES + event.eventType());
    }

    private static String source(WebhookEvent event) {
        return "//conversations.twilio.com/" + Stream.of(event.accountSid(), event.chatServiceSid())
                .filter(Objects::nonNull)
                .reduce((account, service) -> account + "/" + service)
                .orElse("");
    }

    /** When it happened, the same whenever it is told; of a question when it was asked, of what has no date nothing. */
    private static String time(WebhookEvent event, Message message) {
        Stream<String> dates = String.valueOf(event.eventType()).endsWith("Added")
                ? Stream.of("DateCreated", "DateUpdated") : Stream.of("DateRemoved", "StateUpdated", "DateUpdated", "DateCreated");
        Instant date = dates.map(event::parameter).map(CloudEventsTransformer::instant).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> isQuestion(event) ? Instant.ofEpochMilli(message.getExchange().getClock().getCreated()) : null);
        return date == null ? null : date.toString();
    }

    private static Instant instant(String date) {
        try {
            return date == null ? null : Instant.parse(date);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean isQuestion(WebhookEvent event) {
        return event.type().map(EventType::before).orElse(true);
    }
}
