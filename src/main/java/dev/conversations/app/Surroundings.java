// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import dev.conversations.api.Timing;
import dev.conversations.app.broker.Broker;
import dev.conversations.app.broker.SoleUse;
import dev.conversations.app.crm.CrmAccounts;
import dev.conversations.app.delivery.Keys;
import dev.conversations.app.delivery.MessageKeys;
import dev.conversations.app.mail.server.MailServers;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.app.scene.Stage;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Services;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the routes need around them: Twilio, a broker and a mail server. Each is the one in the settings, or an embedded
 * one in its place.
 */
final class Surroundings implements AutoCloseable {
    private static final String COMPONENT = TwilioAccount.COMPONENT;
    /** Where there is one; without it each message is looked for at Twilio. */
    private static final String REPAIR = "bridge.repair";
    /** Follows the name of a setting, where a route asks for what is used in the end. */
    private static final String IN_USE = ".in-use";

    private final Settings settings;
    private final Timing timing;
    private final Services services = new Services();
    private final Map<String, String> found = new TreeMap<>();
    private final Map<String, Object> beans = new TreeMap<>();
    private Sandbox sandbox;
    private Broker broker;
    private Optional<MailServers> mail = Optional.empty();
    private final Map<String, SoleUse> mailboxes = new ConcurrentHashMap<>();

    private Surroundings(Settings settings, Timing timing) {
        this.settings = settings;
        this.timing = timing;
    }

    /**
     * Starts what has to be embedded.
     *
     * @throws StartFailure when a port is taken or settings do not fit together
     */
    static Surroundings start(Settings settings, Timing timing) throws Exception {
        Surroundings surroundings = new Surroundings(settings, timing);
        try {
            TwilioAccount.of(settings);
            surroundings.beans.putAll(CrmAccounts.secrets(settings));
            surroundings.found.putAll(CrmAccounts.properties(settings));
            requireKafka(settings);
            surroundings.web();
            if (settings.isTrue("bridge.email.enabled")) {
                surroundings.mail();
            }
            surroundings.twilio();
            surroundings.broker();
            surroundings.claimMailbox();
            return surroundings;
        } catch (Exception e) {
            surroundings.close();
            throw e;
        }
    }

    /** What the routes refer to by name: the settings without secrets, and where things really are. */
    Properties properties() {
        Properties properties = settings.properties();
        properties.keySet().removeIf(name -> name.toString().matches(".*(password|secret|token)"));
        properties.putAll(found);
        return properties;
    }

    /** Whether this process, and no other that has the same broker, may read the mailbox now. */
    boolean mayRead(String mailbox) {
        return use(mailbox).isOurs();
    }

    /** One of {@link #properties()}. */
    String property(String name) {
        return properties().getProperty(name);
    }

    /** The sandbox that stands in for Twilio. */
    Optional<Sandbox> sandbox() {
        return Optional.ofNullable(sandbox);
    }

    /** What the routes refer to as beans. */
    Map<String, Object> beans() {
        return beans;
    }

    ConnectionFactory connectionFactory() {
        return broker.connectionFactory();
    }

    /** What a scene can be played on: all of it, if nothing outside this process takes part. */
    Optional<Stage> stage() {
        return sandbox != null && broker.isEmbedded() && mail.filter(MailServers::isEmbedded).isPresent()
                ? Optional.of(new Stage(sandbox, mailbox("bridge.mail.support"), connectionFactory(), properties()))
                : Optional.empty();
    }

    /** The embedded mailbox whose address is the value of the setting. */
    Mailbox mailbox(String setting) {
        return new Mailbox(property(setting), Integer.parseInt(property("bridge.smtp.port")),
                Integer.parseInt(property("bridge.imap.port")));
    }

    /** Where everything is, for people. */
    String describe() {
        return """
                The bridge is up.

                  Twilio    %s%s
                  webhooks  %s/twilio/conversations
                  queues    %s
                  mail      %s""".formatted(
                sandbox == null
                        ? "account " + settings.get("bridge.twilio.account-sid")
                        : sandbox.baseUri() + ", the sandbox; account " + sandbox.accountSid(),
                sandbox == null ? "" : "\n  page      " + sandbox.page() + ", to look at it and write as a customer",
                property("bridge.public-url"),
                broker.describe(),
                mail.map(MailServers::describe).orElse("none"));
    }

    @Override
    public void close() {
        services.close();
    }

    private static void requireKafka(Settings settings) {
        String enabled = "bridge.kafka.enabled";
        if (settings.isTrue(enabled) && !settings.has("bridge.kafka.brokers")) {
            throw new StartFailure(Settings.both("bridge.kafka.brokers") + " is missing: without it "
                    + Settings.both(enabled) + " cannot be true.");
        }
    }

    private void web() {
        Port port = Port.claim(settings, "bridge.http.port", "the web server for webhooks");
        String url = settings.or("bridge.public-url", "http://localhost:" + port.number()).get("bridge.public-url");
        found.put("bridge.http.port", String.valueOf(port.number()));
        found.put("bridge.public-url", url);
        found.put(COMPONENT + "public-url", url);
    }

    private void twilio() throws Exception {
        TwilioAccount account = TwilioAccount.of(settings);
        if (account.isReal()) {
            found.putAll(account.options());
        } else {
            Port port = Port.claim(settings, "bridge.sandbox.port", "the sandbox");
            sandbox = services.started(Sandbox.start(SandboxOptions.defaults().withPort(port.number())));
            found.put(COMPONENT + "account-sid", sandbox.accountSid());
            found.put(COMPONENT + "auth-token", sandbox.authToken());
            found.put(COMPONENT + "base-uri", sandbox.baseUri().toString());
        }
    }

    private void broker() throws Exception {
        broker = services.started(Broker.start(settings, sandbox == null));
        found.putAll(broker.properties());
        beans.put("connectionFactory", broker.connectionFactory());
        beans.put("aside", broker.aside());
        keep("bridge.keys", "messageKeys", !broker.isEmbedded() ? Optional.empty()
                : Optional.of(broker.directory().map(MessageKeys::in).orElseGet(MessageKeys::inMemory)));
        repair();
    }

    /** What was missed is looked for where it is kept what was not: in what a setting names, else in a directory. */
    private void repair() {
        boolean lasting = sandbox == null && broker.directory().isPresent();
        found.put(REPAIR, String.valueOf(settings.has(REPAIR) ? settings.isTrue(REPAIR) : lasting));
        Optional<Path> directory = lasting ? broker.directory() : Optional.empty();
        keep("bridge.event-keys", "eventKeys", directory.map(MessageKeys::ofEvents));
        keep("bridge.cursors", "cursors", directory.map(MessageKeys::cursors));
    }

    /** Lets the routes use what the setting names, else what is ours, if there is any. */
    private void keep(String setting, String name, Optional<?> ours) {
        if (settings.has(setting)) {
            found.put(setting + IN_USE, settings.get(setting));
        } else if (ours.isPresent()) {
            beans.put(name, ours.get());
            found.put(setting + IN_USE, "#bean:" + name);
        }
    }

    private SoleUse use(String mailbox) {
        return mailboxes.computeIfAbsent(mailbox.toLowerCase(Locale.ROOT),
                name -> broker.soleUse("bridge-mailbox-" + Keys.hash(name), timing));
    }

    /** Two that read one mailbox would both see a mail before either has marked it as read. */
    private void claimMailbox() throws InterruptedException {
        if (mail.isPresent() && use(mail.get().mailbox()).isTaken()) {
            throw new StartFailure("Another bridge reads the mailbox that " + Settings.both("bridge.imap.username")
                    + " names, with the same broker: one at a time may. Stop that one, give this one another mailbox, or"
                    + " switch mail off here with bridge.email.enabled=false (EMAIL_ENABLED).");
        }
    }

    private void mail() {
        mail = Optional.of(services.started(MailServers.start(settings, timing)));
        found.putAll(mail.get().properties());
        beans.putAll(mail.get().logins());
    }
}
