// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How events are received, and what is remembered of them and of creates. */
@UriParams
public final class WebhookConfiguration extends RepairConfiguration implements Cloneable {

    @UriParam(label = "consumer", defaultValue = "/twilio/conversations",
            description = "The path at which this application listens for webhooks.")
    private String path = "/twilio/conversations";

    @UriParam(label = "consumer",
            description = "How Twilio reaches this application: what stands before path (scheme, host, port,"
                    + " prefix), or the whole URL. Without it the URL as received is taken.")
    private String publicUrl;

    @UriParam(label = "consumer",
            description = "With events/all: the events to receive, comma-separated; all by default.")
    private String only;

    @UriParam(label = "common,advanced",
            description = "Remembers which events were received, so that repeated ones are dropped; by default"
                    + " the last few thousand are remembered in memory. Also which creates were made under their"
                    + " idempotencyKey, so that they cost one call; by default they are looked for at Twilio each time.")
    private IdempotentRepository idempotentRepository;

    @UriParam(label = "common,advanced", defaultValue = "5s", javaType = "java.time.Duration",
            description = "Within which time an event whose node is gone is taken over by the next node that Twilio"
                    + " asks, and likewise a create under its idempotencyKey; a node that stands still for longer may be"
                    + " taken for gone.")
    private long claimTerm = 5_000;

    @UriParam(label = "consumer,advanced", defaultValue = "1048576",
            description = "The longest webhook body accepted, in bytes; longer ones are answered with 413.")
    private int maxBodySize = 1024 * 1024;

    @UriParam(label = "consumer", defaultValue = "FINISHED",
            description = "When a post-action event is acknowledged: when the route has finished, so that"
                    + " Twilio hears of a failure, or once it is received.")
    private Acknowledge acknowledge = Acknowledge.FINISHED;

    @UriParam(label = "consumer,advanced", defaultValue = "200",
            description = "How many events the route may have in work at once; more are answered with 503, to be tried again.")
    private int maxInFlight = 200;

    @UriParam(label = "consumer", defaultValue = "4s", javaType = "java.time.Duration",
            description = "How long the route may take to answer a pre-action event; Twilio itself waits five seconds.")
    private long replyTimeout = 4_000;

    @UriParam(label = "consumer", defaultValue = "ACCEPT",
            description = "What to answer to a pre-action event when the route is slower than replyTimeout, busy or suspended.")
    private Verdict onTimeout = Verdict.ACCEPT;

    @UriParam(label = "consumer", defaultValue = "REJECT",
            description = "What to answer to a pre-action event when the route fails, or answers what cannot be.")
    private Verdict onFailure = Verdict.REJECT;

    @UriParam(label = "consumer", defaultValue = "NONE",
            description = "Whether and where to make Twilio send the route's events: in the settings of the"
                    + " account, of a service or of a conversation. Needs publicUrl. What is there already is adopted.")
    private RegistrationLevel registration = RegistrationLevel.NONE;

    @UriParam(label = "consumer",
            description = "The service in whose settings, or of whose conversation, webhooks are registered.")
    private String registrationServiceSid;

    @UriParam(label = "consumer",
            description = "The conversation for which webhooks are registered.")
    private String registrationConversationSid;

    @UriParam(label = "consumer,advanced", defaultValue = "false",
            description = "Whether to take the registration back when the last route that wants it stops."
                    + " Events are lost from then on, also between the stop and the start of a restart.")
    private boolean unregisterOnStop;

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

    public long getClaimTerm() {
        return claimTerm;
    }

    public void setClaimTerm(long claimTerm) {
        this.claimTerm = claimTerm;
    }

    public int getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public long getReplyTimeout() {
        return replyTimeout;
    }

    public void setReplyTimeout(long replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    public Verdict getOnTimeout() {
        return onTimeout;
    }

    public void setOnTimeout(Verdict onTimeout) {
        this.onTimeout = onTimeout;
    }

    public Verdict getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(Verdict onFailure) {
        this.onFailure = onFailure;
    }

    public RegistrationLevel getRegistration() {
        return registration;
    }

    public void setRegistration(RegistrationLevel registration) {
        this.registration = registration;
    }

    public String getRegistrationServiceSid() {
        return registrationServiceSid;
    }

    public void setRegistrationServiceSid(String registrationServiceSid) {
        this.registrationServiceSid = registrationServiceSid;
    }

    public String getRegistrationConversationSid() {
        return registrationConversationSid;
    }

    public void setRegistrationConversationSid(String registrationConversationSid) {
        this.registrationConversationSid = registrationConversationSid;
    }

    public boolean isUnregisterOnStop() {
        return unregisterOnStop;
    }

    public void setUnregisterOnStop(boolean unregisterOnStop) {
        this.unregisterOnStop = unregisterOnStop;
    }

    /**
     * The services whose conversations are repaired; null in place of the account's default service.
     *
     * @param usual that of the component; may be null
     */
    public List<String> repairServices(String usual) {
        String named = Stream.of(getRepairServiceSid(), registrationServiceSid, usual).filter(Objects::nonNull).findFirst().orElse(null);
        return named == null ? Collections.singletonList(null) : Arrays.stream(named.split(",")).map(String::strip).toList();
    }

    public Acknowledge getAcknowledge() {
        return acknowledge;
    }

    public void setAcknowledge(Acknowledge acknowledge) {
        this.acknowledge = acknowledge;
    }
}
