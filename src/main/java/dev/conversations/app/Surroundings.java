package dev.conversations.app;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the routes need around them: Twilio, a broker and a mail server. Each is the one in the settings, or an embedded
 * one in its place.
 */
final class Surroundings implements AutoCloseable {
    private static final String COMPONENT = "camel.component.twilio-conversations.";
    private static final String TWILIO = "bridge.twilio.";

    private final Settings settings;
    private final Services services = new Services();
    private final Map<String, String> found = new TreeMap<>();
    private final Map<String, Object> beans = new TreeMap<>();
    private Sandbox sandbox;
    private Broker broker;
    private boolean mailEmbedded;

    private Surroundings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Starts what has to be embedded.
     *
     * @throws StartFailure when a port is taken or settings do not fit together
     */
    static Surroundings start(Settings settings) throws Exception {
        Surroundings surroundings = new Surroundings(settings);
        try {
            surroundings.beans.putAll(CrmAccounts.secrets(settings));
            surroundings.found.putAll(CrmAccounts.properties(settings));
            requireKafka(settings);
            surroundings.web();
            if (settings.isTrue("bridge.email.enabled")) {
                surroundings.mail();
            }
            surroundings.twilio();
            surroundings.broker();
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

    /** Whether nothing outside this process takes part. */
    boolean isAllEmbedded() {
        return sandbox != null && broker.isEmbedded() && mailEmbedded;
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
                        ? "account " + settings.get(TWILIO + "account-sid")
                        : sandbox.baseUri() + ", the sandbox; account " + sandbox.accountSid(),
                sandbox == null ? "" : "\n  page      " + sandbox.page() + ", to look at it and write as a customer",
                property("bridge.public-url"),
                broker.describe(),
                settings.isTrue("bridge.email.enabled") ? mailServers() : "none");
    }

    @Override
    public void close() {
        services.close();
    }

    private String mailServers() {
        return "smtp at %s:%s, imap at %s:%s%s".formatted(property("bridge.smtp.host"), property("bridge.smtp.port"),
                property("bridge.imap.host"), property("bridge.imap.port"), mailEmbedded ? ", embedded" : "");
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
        if (settings.has(TWILIO + "account-sid")) {
            settings.properties().stringPropertyNames().stream()
                    .filter(name -> name.startsWith(TWILIO))
                    .forEach(name -> found.put(COMPONENT + name.substring(TWILIO.length()), settings.get(name)));
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
    }

    private void mail() {
        mailEmbedded = !settings.has("bridge.smtp.host") && !settings.has("bridge.imap.host");
        if (!mailEmbedded) {
            realMail();
            return;
        }
        requireConsentToMemory();
        Settings usual = settings.or("bridge.smtp.port", "3025").or("bridge.imap.port", "3143");
        Port smtp = Port.claim(usual, "bridge.smtp.port", "the mail server (SMTP)");
        Port imap = Port.claim(usual, "bridge.imap.port", "the mail server (IMAP)");
        String bridge = settings.get("bridge.mail.bridge");
        services.started(EmbeddedMail.start(smtp, imap, List.of(
                settings.get("bridge.mail.support"), bridge, settings.get("bridge.mail.dead-letters"))));
        use(MailServer.embedded("smtp", smtp, bridge), MailServer.embedded("imap", imap, bridge));
    }

    /** What a real Twilio was told must not vanish with a restart, unless somebody wants it so. */
    private void requireConsentToMemory() {
        if (settings.has(TWILIO + "account-sid") && !settings.isTrue("bridge.mail.embedded")) {
            throw new StartFailure(Settings.both("bridge.smtp.host") + " and " + Settings.both("bridge.imap.host")
                    + " are missing: the embedded mail server forgets all mails when it stops, which does not go with "
                    + Settings.both(TWILIO + "account-sid") + ". Name yours, switch mail off with "
                    + "bridge.email.enabled=false (EMAIL_ENABLED), or allow it with"
                    + " bridge.mail.embedded=true (MAIL_EMBEDDED).");
        }
    }

    private void realMail() {
        for (String name : List.of("bridge.smtp.host", "bridge.imap.host")) {
            if (!settings.has(name)) {
                throw new StartFailure(Settings.both(name) + " is missing: mail needs an SMTP and an IMAP server,"
                        + " or neither to have them embedded.");
            }
        }
        if (!settings.has("bridge.mail.secret")) {
            throw new StartFailure(Settings.both("bridge.mail.secret") + " is missing: any long random text will do,"
                    + " but it has to stay the same, or answers to earlier mails are refused.");
        }
        for (String name : List.of("bridge.mail.support", "bridge.mail.bridge", "bridge.mail.dead-letters")) {
            if (settings.get(name).endsWith("@example.com")) {
                throw new StartFailure(
                        Settings.both(name) + " is missing: it has to be a mailbox of your mail server.");
            }
        }
        use(MailServer.of(settings, "smtp"), MailServer.of(settings, "imap"));
    }

    private void use(MailServer smtp, MailServer imap) {
        for (MailServer server : List.of(smtp, imap)) {
            found.putAll(server.properties());
            beans.put(server.protocol() + "Login", server.login());
        }
    }
}
