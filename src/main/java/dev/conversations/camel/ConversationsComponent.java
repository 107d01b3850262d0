// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.api.Gate;
import dev.conversations.api.MediaClient;
import dev.conversations.api.TwilioClient;
import dev.conversations.camel.account.AccountCredentials;
import dev.conversations.camel.account.AccountHealth;
import dev.conversations.camel.account.Accounts;
import dev.conversations.camel.call.Arguments;
import dev.conversations.camel.call.PlusSigns;
import dev.conversations.camel.call.Retries;
import dev.conversations.camel.configure.CheckedConfigurer;
import dev.conversations.camel.configure.PropertyNames;
import dev.conversations.camel.configure.Variables;
import dev.conversations.camel.observe.Traffic;
import dev.conversations.camel.once.Ledger;
import dev.conversations.camel.once.Renewals;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.Timings;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.register.Registrar;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/** Makes endpoints of URIs; one component serves one account unless endpoints name others. */
@Component("twilio-conversations")
public final class ConversationsComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(label = "advanced",
            description = "The connection options as one object; every endpoint begins with a copy of it.")
    private ConversationsConfiguration configuration = new ConversationsConfiguration();

    @Metadata(label = "advanced",
            description = "The consumer options as one object; every endpoint begins with a copy of it.")
    private WebhookConfiguration webhook = new WebhookConfiguration();

    @Metadata(label = "common", description = "The conversation service for calls that name none and could;"
            + " by default the account's default service.")
    private String chatServiceSid;

    @Metadata(label = "security", defaultValue = "false",
            description = "Whether to use the global SSL context parameters.")
    private boolean useGlobalSslContextParameters;

    private final Variables variables = new Variables(System.getenv());
    private Accounts accounts;
    private Retries retries;
    private Renewals renewals;
    private Registrar registrar;
    private AccountHealth health;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        variables.set(StringHelper.before(uri, ":"), this);
        Target target = Target.of(remaining);
        if (!target.isEvents()) {
            PlusSigns.check(target.operation(), parameters);
        }
        PlusSigns.checkSecrets(new ConversationsEndpointUriFactory().secretPropertyNames(), parameters);
        URISupport.resolveRawParameterValues(parameters);
        Arguments arguments = target.isEvents() ? null : new Arguments(target.operation(), parameters, chatServiceSid);
        ConversationsConfiguration options = configuration.copy();
        AccountCredentials.separate(options, parameters);
        options.addHttpOptions(PropertiesHelper.extractProperties(parameters, "http."));
        ConversationsEndpoint endpoint = new ConversationsEndpoint(uri, this, target, arguments);
        endpoint.setConfiguration(options);
        endpoint.setWebhook(webhook.copy());
        return endpoint;
    }

    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return CheckedConfigurer.ofComponent(super.getComponentPropertyConfigurer());
    }

    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return CheckedConfigurer.ofEndpoint(super.getEndpointPropertyConfigurer());
    }

    /** They are looked at first as they stand in the URI. */
    @Override
    protected boolean resolveRawParameterValues() {
        return false;
    }

    /** A client for the account that the options name. */
    TwilioClient client(ConversationsConfiguration options) {
        return accounts.client(options, tls(options), gate(options));
    }

    /** Through which the requests of the account go: they are counted, and governed if that is wanted. */
    private Gate gate(ConversationsConfiguration options) {
        Traffic traffic = Traffic.of(getCamelContext(), Timings.of(getCamelContext()));
        return options.isGoverned() ? traffic.governor(AccountCredentials.name(options)) : traffic.calls();
    }

    /** A client of the media service for the account that the options name. */
    MediaClient mediaClient(ConversationsConfiguration options) {
        return accounts.mediaClient(options, tls(options));
    }

    private SSLContextParameters tls(ConversationsConfiguration options) {
        SSLContextParameters own = options.getSslContextParameters();
        return own == null ? retrieveGlobalSslContextParameters() : own;
    }

    Registrar registrar() {
        return registrar;
    }

    /** The client of a producer, whose account is checked for health from now on unless that is switched off. */
    TwilioClient producerClient(ConversationsConfiguration options) {
        TwilioClient client = client(options);
        if (isHealthCheckProducerEnabled()) {
            health.watch(options, client);
        }
        return client;
    }

    Retries retries() {
        return retries;
    }

    /** Keeps which creates were made under their keys; null when the options name nothing to keep it in. */
    Ledger ledger(ConversationsConfiguration options, WebhookConfiguration keeping) {
        return keeping.getIdempotentRepository() == null ? null : new Ledger(
                keeping.getIdempotentRepository(), Duration.ofMillis(keeping.getClaimTerm()), renewals,
                Timings.of(getCamelContext()), options.getAccountSid());
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        PropertyNames.check(this);
        accounts = new Accounts(getCamelContext());
        retries = new Retries(getCamelContext());
        renewals = new Renewals(getCamelContext());
        registrar = Registrar.of(getCamelContext());
        health = new AccountHealth(getCamelContext());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ServiceHelper.startService(accounts, retries, renewals, registrar, health);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(health, renewals, retries, accounts);
        super.doStop();
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
