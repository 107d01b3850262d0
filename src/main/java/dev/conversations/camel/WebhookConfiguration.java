package dev.conversations.camel;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How events are received: what consumers of events share. */
@UriParams
public final class WebhookConfiguration implements Cloneable {

    @UriParam(label = "consumer", defaultValue = "/twilio/conversations",
            description = "The path at which this application listens for webhooks.")
    private String path = "/twilio/conversations";

    @UriParam(label = "consumer", description = "How Twilio reaches this application: what stands before path"
            + " (scheme, host, port, prefix), or the whole URL. Without it the URL as received is taken.")
    private String publicUrl;

    @UriParam(label = "consumer,security", defaultValue = "true",
            description = "Whether to refuse webhooks without a valid signature.")
    private boolean validateSignature = true;

    @UriParam(label = "consumer,security", secret = true,
            description = "The auth token that webhooks are signed with; several, comma-separated, while a token is being replaced."
                    + " authToken by default.")
    private String webhookAuthToken;

    @UriParam(label = "consumer", description = "With events/all: the events to receive, comma-separated; all by default.")
    private String only;

    @UriParam(label = "consumer,advanced", description = "Remembers which events were received, so that repeated ones are dropped."
            + " By default the last few thousand are remembered in memory.")
    private IdempotentRepository idempotentRepository;

    @UriParam(label = "consumer,advanced", defaultValue = "1048576",
            description = "The longest webhook body accepted, in bytes; longer ones are answered with 413.")
    private int maxBodySize = 1024 * 1024;

    /** A copy to be changed on its own. */
    public WebhookConfiguration copy() {
        try {
            return (WebhookConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getPublicUrl() {
        return publicUrl;
    }

    public void setPublicUrl(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    public boolean isValidateSignature() {
        return validateSignature;
    }

    public void setValidateSignature(boolean validateSignature) {
        this.validateSignature = validateSignature;
    }

    public String getWebhookAuthToken() {
        return webhookAuthToken;
    }

    public void setWebhookAuthToken(String webhookAuthToken) {
        this.webhookAuthToken = webhookAuthToken;
    }

    public String getOnly() {
        return only;
    }

    public void setOnly(String only) {
        this.only = only;
    }

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public int getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }
}
