// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import dev.conversations.api.RetryPolicy;
import dev.conversations.api.Timing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Whom to call, as whom and how: what producers and pollers of one account share. */
@UriParams
public final class ConversationsConfiguration implements Cloneable {

    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration MAX_DELAY = Duration.ofMinutes(1);

    @UriParam(label = "security", description = "The account SID (AC and 32 hexadecimal digits).")
    private String accountSid;

    @UriParam(label = "security", secret = true,
            description = "The auth token of the account. Calls are made with it unless an API key or an OAuth client is"
                    + " given; webhooks are checked with it unless webhookAuthToken is given.")
    private String authToken;

    @UriParam(label = "security",
            description = "The SID of an API key (SK and 32 hexadecimal digits) to make calls with.")
    private String apiKeySid;

    @UriParam(label = "security", secret = true, description = "The secret of the API key.")
    private String apiKeySecret;

    @UriParam(label = "security", description = "The id of an OAuth client to make calls with.")
    private String oauthClientId;

    @UriParam(label = "security", secret = true, description = "The secret of the OAuth client.")
    private String oauthClientSecret;

    @UriParam(label = "common",
            description = "The Twilio region that processes the calls, such as ie1; us1 by default.")
    private String region;

    @UriParam(label = "common", description = "The Twilio edge through which calls enter, such as dublin.")
    private String edge;

    @UriParam(label = "common,advanced",
            description = "Scheme, host and port to call in place of Twilio's, for the sandbox or a gateway.")
    private String baseUri;

    @UriParam(label = "common,advanced",
            description = "Scheme, host and port of the media service in place of Twilio's.")
    private String mediaBaseUri;

    @UriParam(label = "producer", defaultValue = "30s", javaType = "java.time.Duration",
            description = "How long one request may take until its answer is read; of a file on its way, how long nothing"
                    + " may come.")
    private long requestTimeout = 30_000;

    @UriParam(label = "producer", defaultValue = "2m", javaType = "java.time.Duration",
            description = "How long a call may take with all its retries, of a list each page; 0 for no retries. A file may"
                    + " be on its way that long.")
    private long totalTimeout = 120_000;

    @UriParam(label = "producer", defaultValue = "4",
            description = "How often a call is repeated after the first try failed; 0 for never. What Twilio certainly"
                    + " did not process is always repeated, other failures where repeating is harmless, so never a create.")
    private int maxRetries = 4;

    @UriParam(label = "common,advanced", defaultValue = "false",
            description = "Whether calls wait so as to keep within what Twilio takes of the account, which is learned from what"
                    + " it refuses with 429: so many writes per second to each conversation and service, so many requests at"
                    + " once; polls, streams and repairs after everything else.")
    private boolean governed;

    @UriParam(label = "producer,advanced", defaultValue = "false",
            description = "Whether a call that waits for another try frees the caller's thread meanwhile. Later messages then"
                    + " overtake it; by default the thread waits, and the order is kept.")
    private boolean asyncDelayedRetry;

    @UriParam(label = "producer,advanced", prefix = "http.", multiValue = true,
            description = "Options of the camel-http endpoint whose client makes the calls, such as http.proxyHost or"
                    + " http.connectionsPerRoute.")
    private Map<String, Object> httpOptions = new HashMap<>();

    @UriParam(label = "security", description = "How to set up TLS.")
    private SSLContextParameters sslContextParameters;

    /** @throws IllegalArgumentException naming the option that is wrong and what it takes */
    public void check() {
        Hosts.api(this);
        require(requestTimeout > 0, "requestTimeout must be longer than 0");
        require(totalTimeout >= 0, "totalTimeout must not be negative");
        require(maxRetries >= 0, "maxRetries must not be negative");
    }

    private static void require(boolean fulfilled, String rule) {
        if (!fulfilled) {
            throw new IllegalArgumentException("Option " + rule);
        }
    }

    /** When failed calls are made again. */
    public RetryPolicy retryPolicy(Timing timing) {
        return new RetryPolicy(maxRetries, FIRST_DELAY, MAX_DELAY, Duration.ofMillis(totalTimeout), timing);
    }

    /** How long one request may take until its answer is read. */
    public Duration longestRequest() {
        return Duration.ofMillis(requestTimeout);
    }

    /** How long a file may be on its way. */
    public Duration longestFile() {
        return Duration.ofMillis(Math.max(requestTimeout, totalTimeout));
    }

    /** A copy to be changed on its own. */
    public ConversationsConfiguration copy() {
        try {
            return (ConversationsConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** Adds to the options of camel-http, in place of those of the same name. */
    public void addHttpOptions(Map<String, Object> options) {
        Map<String, Object> all = new HashMap<>(httpOptions);
        all.putAll(options);
        httpOptions = all;
    }

    public boolean isGoverned() {
        return governed;
    }

    public void setGoverned(boolean governed) {
        this.governed = governed;
    }

    public String getAccountSid() {
        return accountSid;
    }

    public void setAccountSid(String accountSid) {
        this.accountSid = accountSid;
    }

    public String getAuthToken() {
        return authToken;
    }

    public void setAuthToken(String authToken) {
        this.authToken = authToken;
    }

    public String getApiKeySid() {
        return apiKeySid;
    }

    public void setApiKeySid(String apiKeySid) {
        this.apiKeySid = apiKeySid;
    }

    public String getApiKeySecret() {
        return apiKeySecret;
    }

    public void setApiKeySecret(String apiKeySecret) {
        this.apiKeySecret = apiKeySecret;
    }

    public String getOauthClientId() {
        return oauthClientId;
    }

    public void setOauthClientId(String oauthClientId) {
        this.oauthClientId = oauthClientId;
    }

    public String getOauthClientSecret() {
        return oauthClientSecret;
    }

    public void setOauthClientSecret(String oauthClientSecret) {
        this.oauthClientSecret = oauthClientSecret;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getEdge() {
        return edge;
    }

    public void setEdge(String edge) {
        this.edge = edge;
    }

    public String getBaseUri() {
        return baseUri;
    }

    public void setBaseUri(String baseUri) {
        this.baseUri = baseUri;
    }

    public String getMediaBaseUri() {
        return mediaBaseUri;
    }

    public void setMediaBaseUri(String mediaBaseUri) {
        this.mediaBaseUri = mediaBaseUri;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getTotalTimeout() {
        return totalTimeout;
    }

    public void setTotalTimeout(long totalTimeout) {
        this.totalTimeout = totalTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public boolean isAsyncDelayedRetry() {
        return asyncDelayedRetry;
    }

    public void setAsyncDelayedRetry(boolean asyncDelayedRetry) {
        this.asyncDelayedRetry = asyncDelayedRetry;
    }

    public Map<String, Object> getHttpOptions() {
        return httpOptions;
    }

    public void setHttpOptions(Map<String, Object> httpOptions) {
        this.httpOptions = httpOptions;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
