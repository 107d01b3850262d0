// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.api.RetryPolicy;
import dev.conversations.api.TwilioClient;
import dev.conversations.camel.call.Arguments;
import dev.conversations.camel.call.Caller;
import dev.conversations.camel.call.ConversationsProducer;
import dev.conversations.camel.configure.EndpointSids;
import dev.conversations.camel.configure.UnknownOption;
import dev.conversations.camel.media.MediaProducer;
import dev.conversations.camel.metadata.Apis;
import dev.conversations.camel.once.Ledger;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.Hosts;
import dev.conversations.camel.options.PollConfiguration;
import dev.conversations.camel.options.Timings;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.poll.ConversationsPoller;
import dev.conversations.camel.receive.ConversationsReceiver;
import dev.conversations.camel.receive.ExternalWebhook;
import dev.conversations.camel.receive.Subscription;
import dev.conversations.camel.register.Enrolment;
import dev.conversations.camel.register.Wish;
import dev.conversations.camel.repair.Repair;
import dev.conversations.webhook.EventType;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ApiEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Call the Twilio Conversations API and receive its events. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "twilio-conversations", title = "Twilio Conversations",
        syntax = "twilio-conversations:apiName/methodName", apiSyntax = "apiName/methodName",
        category = {Category.CHAT, Category.CLOUD, Category.API}, headersClass = ConversationsHeaders.class)
public final class ConversationsEndpoint extends WebhookCapable implements ApiEndpoint, EndpointServiceLocation,
        MultipleConsumersSupport {

    private final Target target;
    private final Arguments arguments;

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

    @UriParam
    private PollConfiguration poll = new PollConfiguration();

    @UriParam(label = "consumer,scheduler", defaultValue = "5s", javaType = "java.time.Duration",
            description = "How long to wait from the end of a poll to the next one.")
    private long delay = 5_000;

    /** @param arguments of the operation; null when events are received */
    ConversationsEndpoint(String uri, ConversationsComponent component, Target target, Arguments arguments) {
        super(uri, component);
        this.apiName = target.apiName();
        this.methodName = target.methodName();
        this.target = target;
        this.arguments = arguments;
        setDelay(delay);
    }

    @Override
    public void configureProperties(Map<String, Object> options) {
        super.configureProperties(options);
        if (!options.isEmpty()) {
            throw new IllegalArgumentException(unknown(options.keySet().iterator().next()));
        }
        configuration.check();
        EndpointSids.check(webhook);
    }

    private String unknown(String option) {
        ConversationsEndpointUriFactory options = new ConversationsEndpointUriFactory();
        String unknown = target.isEvents() ? UnknownOption.ofEvents(option, options.propertyNames())
                : UnknownOption.of(target.operation(), option, arguments.names(), options.propertyNames());
        return unknown + UnknownOption.rest(getEndpointUri(), options.secretPropertyNames());
    }

    @Override
    public Producer createProducer() {
        if (target.isEvents()) {
            throw new IllegalArgumentException(
                    "%s/%s is received, not called: it stands in from".formatted(apiName, methodName));
        }
        ConversationsComponent component = getComponent();
        return target.isMedia()
                ? new MediaProducer(
                        this, target.operation(), () -> component.mediaClient(configuration), policy(), arguments)
                : new ConversationsProducer(this, () -> caller(component.producerClient(configuration)),
                        configuration.isAsyncDelayedRetry() ? component.retries() : null, arguments, ledger());
    }

    private Ledger ledger() {
        return target.operation().trails().isEmpty() ? null : getComponent().ledger(configuration, webhook);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = target.isEvents() ? receiver(processor) : ConversationsPoller.of(this, processor,
                target.operation(), () -> caller(client()), arguments, poll, configuration.getAccountSid());
        configureConsumer(consumer);
        return consumer;
    }

    private Consumer receiver(Processor processor) {
        EndpointSids.check(configuration);
        Subscription subscription = Subscription.of(event(), webhook, configuration.getAuthToken());
        Enrolment enrolment = Enrolment.of(
                getComponent().registrar(), webhook, configuration,
                new Wish(subscription.publicUrl(), subscription.events()), this::client);
        ConversationsReceiver receiver = new ConversationsReceiver(
                this, processor, subscription, enrolment, getComponent().isHealthCheckConsumerEnabled());
        if (webhook.isRepair()) {
            TwilioClient client = client();
            Repair.beside(receiver, subscription, poll, webhook.repairServices(getComponent().getChatServiceSid()),
                    configuration.getAccountSid(), operation -> new Caller(operation, client, policy()),
                    Timings.of(getCamelContext()));
        }
        return receiver;
    }

    private Caller caller(TwilioClient client) {
        return new Caller(target.operation(), client, policy());
    }

    private RetryPolicy policy() {
        return configuration.retryPolicy(Timings.of(getCamelContext()));
    }

    /** For what nobody waits for: polls, registrations. */
    private TwilioClient client() {
        return getComponent().client(configuration).inBulk();
    }

    @Override
    ExternalWebhook webhookAt(String url) {
        if (!isEvents()) {
            throw new IllegalArgumentException("webhook: receives events, such as twilio-conversations:events/onMessageAdded");
        }
        if (webhook.isRepair()) {
            throw new IllegalArgumentException("webhook: takes no repair: say repair=false, or leave webhook: out");
        }
        WebhookConfiguration options = webhook.copy();
        options.setPublicUrl(url);
        options.setPath(URI.create(url).getPath());
        return new ExternalWebhook(Subscription.of(event(), options, configuration.getAuthToken()), this::client);
    }

    /** Several routes may receive one event. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return isEvents();
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
    private boolean isEvents() {
        return target.isEvents();
    }

    /** The one event it receives; empty for {@code events/all}. */
    private Optional<EventType> event() {
        return EventType.of(methodName);
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
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

    public PollConfiguration getPoll() {
        return poll;
    }

    public void setPoll(PollConfiguration poll) {
        this.poll = poll;
    }

    @Override
    public String getServiceUrl() {
        return Hosts.api(configuration).toString();
    }

    @Override
    public String getServiceProtocol() {
        return Hosts.api(configuration).getScheme();
    }
}
