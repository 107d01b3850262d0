// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import dev.conversations.api.Timing;
import dev.conversations.app.broker.LaneConsumer;
import dev.conversations.app.command.Commands;
import dev.conversations.app.command.QueuedReply;
import dev.conversations.app.crm.Crm;
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
import dev.conversations.app.mail.files.OutgoingFiles;
import dev.conversations.app.mail.inbox.InboxComponent;
import dev.conversations.app.mail.server.BridgeAddress;
import dev.conversations.app.mail.thread.MailThread;
import dev.conversations.app.mail.thread.OutcomeNote;
import dev.conversations.app.mail.thread.RefusalNote;
import dev.conversations.app.mail.thread.ThreadMarks;
import dev.conversations.app.outcome.Statuses;
import dev.conversations.app.outcome.Template;
import dev.conversations.app.outcome.Told;
import dev.conversations.app.scene.Narrator;
import dev.conversations.app.scene.Transcript;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import dev.conversations.app.work.Attempts;
import dev.conversations.camel.server.BoundedServerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** The routes, running in their surroundings. */
final class Bridge implements AutoCloseable {
    private static final String OWN_FILE = "file:" + Settings.FILE + ";optional=true";
    private static final String DEFAULTS = "classpath:" + Settings.DEFAULTS;
    private static final String ROUTES = ".camel.yaml";
    private static final int SECRET_BYTES = 32;
    /** Connections for webhooks. With those of the sandbox and of brokers they have to do with the 1,024 files of a process. */
    private static final int MOST_WEBHOOKS = 250;
    /** What dead letters are signed with: some secret of the bridge that stays when it restarts. */
    private static final List<String> SEALS = List.of("bridge.mail.secret", "bridge.twilio.auth-token",
            "bridge.twilio.api-key-secret", "bridge.twilio.oauth-client-secret");

    private final Surroundings surroundings;
    private final Main camel = new Main();

    private Bridge(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Starts everything.
     *
     * @param transcript is told what happens while the sandbox stands in for Twilio; never with real customers
     * @param timing of the routes and their calls
     * @throws StartFailure when a setting stands in the way
     * @throws Exception when a route does
     */
    static Bridge start(Settings settings, Transcript transcript, Timing timing) throws Exception {
        requireRoutes(settings.checked());
        Bridge bridge = new Bridge(Surroundings.start(settings, timing));
        try {
            bridge.run(settings, transcript, timing);
            return bridge;
        } catch (Exception e) {
            bridge.close();
            throw e;
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    CamelContext camel() {
        return camel.getCamelContext();
    }

    /** Lets the routes finish what they have begun, then stops them, then their surroundings. */
    @Override
    public void close() {
        try {
            camel.stop();
        } finally {
            surroundings.close();
        }
    }

    private void run(Settings settings, Transcript transcript, Timing timing) throws Exception {
        BridgeAddress address = BridgeAddress.of(settings, ThreadMarks.DETAIL);
        ThreadMarks marks = new ThreadMarks(secret(settings, List.of("bridge.mail.secret")), address);
        Seal seal = new Seal(secret(settings, SEALS));
        camel.bind("timing", timing);
        camel.bind("webServer", webServer());
        camel.bind("origin", new Origin());
        camel.bind("intake", new Intake(seal));
        camel.bind("seal", seal);
        camel.bind("attempts", new Attempts());
        camel.bind("replay", new Replay());
        camel.bind("queuedEvent", new QueuedEvent());
        camel.bind("arrivals", new Arrivals());
        camel.bind("inbox", new InboxComponent(marks.answers(), marks::lane, surroundings::mayRead, timing));
        camel.bind("mailThread", new MailThread(marks, address, timing));
        camel.bind("deadLetter", new DeadLetter(address.address(), settings.get("bridge.mail.dead-letters"),
                Math.toIntExact(settings.size("bridge.mail.max-dead-letter"))));
        camel.bind("mailFiles", new MailFiles(settings.size("bridge.mail.max-attachment")));
        camel.bind("outgoingFiles", new OutgoingFiles());
        camel.bind("longTexts", new LongTexts());
        camel.bind("refusalNote", new RefusalNote(marks, address));
        camel.bind("outcomeNote", new OutcomeNote(marks, address));
        camel.bind("statuses", new Statuses(settings.isTrue("bridge.mail.arrivals")));
        camel.bind("template", new Template(
                settings.get("bridge.whatsapp.template"), settings.get("bridge.whatsapp.template-variable")));
        camel.bind("told", new Told());
        camel.bind("queuedReply", new QueuedReply());
        camel.bind("crmMessages", new Crm(timing));
        camel.bind("replyLanes",
                LaneConsumer.of(settings.atOnce("bridge.replies.consumers"), QueuedReply::conversation));
        camel.bind("commands", new Commands(Boolean.parseBoolean(surroundings.property("bridge.replies.webhooks"))));
        surroundings.beans().forEach(camel::bind);
        camel.setPropertyPlaceholderLocations(OWN_FILE + "," + DEFAULTS);
        camel.setOverrideProperties(surroundings.properties());
        String number = settings.get("bridge.sandbox.number");
        if (surroundings.sandbox().isPresent()) {
            Narrator narrator = new Narrator(transcript, number,
                    Set.of(settings.get("bridge.queue.messages"), settings.get("bridge.queue.dead-letters")));
            camel.bind("narrator", narrator);
            camel.configure().addRoutesBuilder(narrator.deliveries());
        }
        camel.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport main) {
                main.getCamelContext().getPropertiesComponent().addPropertiesFunction(new HeaderNames());
            }
        });
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        camel.start();
        if (surroundings.sandbox().isPresent()) {
            SandboxAccount.prepare(camel(), number);
        }
    }

    private static BoundedServerFactory webServer() {
        BoundedServerFactory factory = new BoundedServerFactory();
        factory.setMaxConnections(MOST_WEBHOOKS);
        return factory;
    }

    private static void requireRoutes(Settings settings) throws IOException {
        Path directory = Path.of(settings.get("bridge.routes"));
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                if (files.anyMatch(file -> file.toString().endsWith(ROUTES))) {
                    return;
                }
            }
        }
        throw new StartFailure(Settings.both("bridge.routes") + " is '" + directory + "': there is no *" + ROUTES
                + " in " + directory.toAbsolutePath() + ".");
    }

    /** The first of the settings that has a value; a random one when none has. */
    private static String secret(Settings settings, List<String> names) {
        return names.stream().filter(settings::has).findFirst().map(settings::get).orElseGet(() -> {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            return HexFormat.of().formatHex(random);
        });
    }
}
