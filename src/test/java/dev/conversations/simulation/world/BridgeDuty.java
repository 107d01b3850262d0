// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.api.Timing;
import dev.conversations.app.command.QueuedReply;
import dev.conversations.app.crm.Crm;
import dev.conversations.app.crm.CrmQueues;
import dev.conversations.app.delivery.Intake;
import dev.conversations.app.delivery.Origin;
import dev.conversations.app.delivery.QueuedEvent;
import dev.conversations.app.delivery.Replay;
import dev.conversations.app.delivery.Seal;
import dev.conversations.app.headers.HeaderNames;
import dev.conversations.app.mail.arrival.Arrivals;
import dev.conversations.app.mail.arrival.DeadLetter;
import dev.conversations.app.mail.files.LongTexts;
import dev.conversations.app.mail.files.MailFiles;
import dev.conversations.app.mail.server.BridgeAddress;
import dev.conversations.app.mail.thread.MailThread;
import dev.conversations.app.mail.thread.OutcomeNote;
import dev.conversations.app.mail.thread.ThreadMarks;
import dev.conversations.app.outcome.OptOuts;
import dev.conversations.app.outcome.Refusals;
import dev.conversations.app.outcome.Statuses;
import dev.conversations.app.outcome.Template;
import dev.conversations.app.outcome.Told;
import dev.conversations.app.start.Settings;
import dev.conversations.app.work.Attempts;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.simulation.broker.MailServer;
import dev.conversations.simulation.broker.Queues;
import dev.conversations.simulation.way.Host;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;

/** A bridge: its own routes and what they need; only the broker, the mail server and Twilio are not what they are outside. */
final class BridgeDuty extends Duty {
    private static final List<String> ROUTES = List.of("conversation-to-queue", "queue-to-conversation", "outcomes", "queue-to-email");

    private static final Duration REPAIR = Duration.ofSeconds(30);

    private final World world;
    private final Host host;
    private final String stopped;

    BridgeDuty(World world, Host host) {
        this.world = world;
        this.host = host;
        this.stopped = ROUTES.get(host.random().nextInt(ROUTES.size()));
    }

    @Override
    String route() {
        return stopped;
    }

    @Override
    void begin(CamelContext context, ConversationsComponent component) throws Exception {
        Map<String, Object> options = options(world);
        world.parts.options(options);
        options.put("repairDelay", REPAIR.toMillis());
        context.build();
        PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
        options.forEach((name, value) -> configurer.configure(context, component, name, value, false));
        beans(context.getRegistry().lookupByNameAndType("timing", Timing.class))
                .forEach((name, bean) -> context.getRegistry().bind(name, world.parts.bean(name, bean)));
        context.getPropertiesComponent().setInitialProperties(properties());
        context.getPropertiesComponent().addPropertiesFunction(new HeaderNames());
        context.addComponent("jms", new Queues(world.programs.broker(), world.fate, host, habits()));
        context.addComponent("smtp", new MailServer(world.fate, host, world.programs::mailed));
        world.machine.files.load(context);
    }

    @SuppressWarnings("unchecked")
    private Queues.Habits habits() {
        Function<Message, String> laneOf = QueuedReply::conversation;
        return new Queues.Habits((Function<Message, String>) world.parts.bean("laneOf", laneOf), world.parts.acknowledgesFirst(),
                world.parts.sendsAside(), failure -> world.ear.hear("what an exchange ended with", failure));
    }

    private static Map<String, Object> beans(Timing timing) {
        BridgeAddress address = new BridgeAddress("bridge@example.com", "+");
        ThreadMarks marks = new ThreadMarks("mail secret", address);
        Seal seal = new Seal("seal secret");
        return Map.ofEntries(
                Map.entry("origin", new Origin()),
                Map.entry("intake", new Intake(seal)),
                Map.entry("seal", seal),
                Map.entry("attempts", new Attempts()),
                Map.entry("replay", new Replay()),
                Map.entry("queuedEvent", new QueuedEvent()),
                Map.entry("arrivals", new Arrivals()),
                Map.entry("mailThread", new MailThread(marks, address, timing)),
                Map.entry("deadLetter", new DeadLetter(address.address(), "dead-letters@example.com", 100_000)),
                Map.entry("mailFiles", new MailFiles(100_000)),
                Map.entry("longTexts", new LongTexts()),
                Map.entry("outcomeNote", new OutcomeNote(marks, address)),
                Map.entry("statuses", new Statuses(false)),
                Map.entry("template", new Template("", "")),
                Map.entry("told", new Told()),
                Map.entry("refusals", new Refusals(timing)),
                Map.entry("optOuts", new OptOuts()),
                Map.entry("crmQueues", new CrmQueues()),
                Map.entry("queuedReply", new QueuedReply()),
                Map.entry("crmMessages", new Crm(timing)));
    }

    private static Properties properties() {
        Properties properties = Settings.load(Path.of("target"), Map.of()).properties();
        properties.setProperty("bridge.repair", "true");
        properties.setProperty("bridge.replies.webhooks", "true");
        List.of("keys", "opt-outs").forEach(name -> properties.setProperty("bridge." + name + ".in-use", "#bean:keys"));
        properties.setProperty("bridge.event-keys.in-use", "#bean:claims");
        properties.setProperty("bridge.cursors.in-use", "#bean:states");
        List.of("host", "port", "tls", "starttls").forEach(name -> properties.setProperty("bridge.smtp." + name, "none"));
        return properties;
    }
}
