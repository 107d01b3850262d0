package dev.conversations.camel;

import dev.conversations.api.Operation;
import dev.conversations.api.Operations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** Makes endpoints of URIs; one component serves one account unless endpoints name others. */
@Component("twilio-conversations")
public final class ConversationsComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(label = "advanced", description = "The connection options as one object; every endpoint begins with a copy of it.")
    private ConversationsConfiguration configuration = new ConversationsConfiguration();

    @Metadata(label = "advanced", description = "The consumer options as one object; every endpoint begins with a copy of it.")
    private WebhookConfiguration webhook = new WebhookConfiguration();

    @Metadata(label = "common", description = "The conversation service for calls that name none and could; by default the"
            + " account's default service.")
    private String chatServiceSid;

    @Metadata(label = "security", defaultValue = "false", description = "Whether to use the global SSL context parameters.")
    private boolean useGlobalSslContextParameters;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        int slash = remaining.indexOf('/');
        String apiName = slash < 0 ? remaining : remaining.substring(0, slash);
        String methodName = slash < 0 ? "" : remaining.substring(slash + 1);
        Optional<Operation> operation = Operations.find(apiName, methodName);
        Map<String, Object> options = new LinkedHashMap<>();
        operation.ifPresent(known -> known.options().keySet().forEach(name -> {
            if (parameters.containsKey(name)) {
                options.put(name, parameters.remove(name));
            }
        }));
        ConversationsEndpoint endpoint = new ConversationsEndpoint(uri, this, apiName, methodName, operation.orElse(null), options);
        endpoint.setConfiguration(configuration.copy());
        endpoint.setWebhook(webhook.copy());
        return endpoint;
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

    public String getChatServiceSid() {
        return chatServiceSid;
    }

    public void setChatServiceSid(String chatServiceSid) {
        this.chatServiceSid = chatServiceSid;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
