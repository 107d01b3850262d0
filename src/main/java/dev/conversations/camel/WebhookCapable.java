// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.camel.receive.ExternalWebhook;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.camel.Processor;
import org.apache.camel.component.webhook.WebhookCapableEndpoint;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.support.ScheduledPollEndpoint;

/** What lets {@code webhook:twilio-conversations:events/...} receive events; what it can and cannot do, {@link ExternalWebhook} says. */
abstract class WebhookCapable extends ScheduledPollEndpoint implements WebhookCapableEndpoint {

    private WebhookConfiguration webhookConfiguration;

    WebhookCapable(String uri, ConversationsComponent component) {
        super(uri, component);
    }

    /** The webhook of this endpoint at a URL of Camel's choice. */
    abstract ExternalWebhook webhookAt(String url);

    @Override
    public Processor createWebhookHandler(Processor next) {
        return webhookAt(url()).handler(next);
    }

    @Override
    public void registerWebhook() throws IOException {
        webhookAt(url()).register();
    }

    @Override
    public void unregisterWebhook() throws IOException {
        webhookAt(url()).unregister();
    }

    @Override
    public void setWebhookConfiguration(WebhookConfiguration webhookConfiguration) {
        this.webhookConfiguration = webhookConfiguration;
    }

    @Override
    public List<String> getWebhookMethods() {
        return List.of("POST", "GET");
    }

    private String url() {
        try {
            return webhookConfiguration.computeFullExternalUrl();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The URL that Twilio is to call is not known: set webhookExternalUrl");
        }
    }
}
