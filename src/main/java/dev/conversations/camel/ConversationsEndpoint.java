package dev.conversations.camel;

import dev.conversations.api.Operation;
import dev.conversations.camel.metadata.Apis;
import dev.conversations.webhook.EventType;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ApiEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Call the Twilio Conversations API and receive its events. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "twilio-conversations", title = "Twilio Conversations",
        syntax = "twilio-conversations:apiName/methodName", apiSyntax = "apiName/methodName",
        category = {Category.CHAT, Category.CLOUD, Category.API}, headersClass = ConversationsHeaders.class)
public final class ConversationsEndpoint extends DefaultEndpoint implements ApiEndpoint, EndpointServiceLocation {

    /** The name under which events are received. */
    static final String EVENTS = "events";

    /** The event name that stands for all post-action events. */
    static final String ALL = "all";

    private final Operation operation;
    private final Map<String, Object> options;

    @UriPath(enums = Apis.NAMES, description = "What to work on: a resource of the API, or events to receive.")
    @Metadata(required = true)
    private final String apiName;

    @UriPath(description = "What to do with the resource, or the event to receive.")
    @Metadata(required = true)
    private final String methodName;

    @UriParam
    private ConversationsConfiguration configuration;

    @UriParam
    private WebhookConfiguration webhook;

    /**
     * @param operation what to call; null when events are received
     * @param options what the URI says of the operation's options
     */
    ConversationsEndpoint(
            String uri, ConversationsComponent component, String apiName, String methodName, Operation operation,
            Map<String, Object> options) {
        super(uri, component);
        this.apiName = apiName;
        this.methodName = methodName;
        this.operation = operation;
        this.options = options;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("producer");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("consumer");
    }

    @Override
    public ConversationsComponent getComponent() {
        return (ConversationsComponent) super.getComponent();
    }

    public String getApiName() {
        return apiName;
    }

    public String getMethodName() {
        return methodName;
    }

    /** Whether this endpoint receives events rather than calls. */
    boolean isEvents() {
        return EVENTS.equals(apiName);
    }

    /** The one event it receives; empty for {@code events/all}. */
    Optional<EventType> event() {
        return EventType.of(methodName);
    }

    /** The operation it calls; null when it receives events. */
    Operation operation() {
        return operation;
    }

    /** What the URI says of the operation's options. */
    Map<String, Object> options() {
        return options;
    }

    public ConversationsConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ConversationsConfiguration configuration) {
        this.configuration = configuration;
    }

    public WebhookConfiguration getWebhook() {
        return webhook;
    }

    public void setWebhook(WebhookConfiguration webhook) {
        this.webhook = webhook;
    }

    @Override
    public String getServiceUrl() {
        return "https://conversations.twilio.com";
    }

    @Override
    public String getServiceProtocol() {
        return "https";
    }
}
