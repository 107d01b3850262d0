// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Whose webhooks are let in. */
@UriParams
public abstract class TrustConfiguration {

    @UriParam(label = "consumer,security", defaultValue = "true",
            description = "Whether to refuse webhooks without a valid signature.")
    private boolean validateSignature = true;

    @UriParam(label = "consumer,security", defaultValue = "false",
            description = "Whether webhooks without a valid signature are received all the same, only counted"
                    + " and logged: to try out validation before it counts.")
    private boolean reportOnly;

    @UriParam(label = "consumer,security",
            description = "Addresses or networks (10.0.0.0/8), comma-separated, of the proxies whose"
                    + " X-Forwarded-Proto, -Host, -Port and -Prefix, or Forwarded, tell the URL that Twilio called, where publicUrl does not.")
    private String trustedProxies;

    @UriParam(label = "consumer,security", secret = true,
            description = "The auth token that webhooks are signed with; several, comma-separated, while a"
                    + " token is being replaced. authToken by default.")
    private String webhookAuthToken;

    @UriParam(label = "consumer,security", secret = true,
            description = "Keys of your own with which Twilio signs webhooks where its settings say so, as SID=secret; several,"
                    + " comma-separated. A request that names one of them is checked with it, any other with the auth token.")
    private String webhookKeys;

    TrustConfiguration() {}

    public boolean isValidateSignature() {
        return validateSignature;
    }

    public void setValidateSignature(boolean validateSignature) {
        this.validateSignature = validateSignature;
    }

    public boolean isReportOnly() {
        return reportOnly;
    }

    public void setReportOnly(boolean reportOnly) {
        this.reportOnly = reportOnly;
    }

    public String getTrustedProxies() {
        return trustedProxies;
    }

    public void setTrustedProxies(String trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    public String getWebhookAuthToken() {
        return webhookAuthToken;
    }

    public void setWebhookAuthToken(String webhookAuthToken) {
        this.webhookAuthToken = webhookAuthToken;
    }

    public String getWebhookKeys() {
        return webhookKeys;
    }

    public void setWebhookKeys(String webhookKeys) {
        this.webhookKeys = webhookKeys;
    }
}
