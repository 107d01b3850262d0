// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import static org.apache.camel.ExchangePattern.InOnly;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.Services;
import dev.conversations.benchmark.server.MailStub;
import dev.conversations.benchmark.server.TwilioStub;
import jakarta.jms.JMSContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnector;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.springframework.jms.connection.CachingConnectionFactory;

/** A bridge and routes by hand between one Twilio and one broker, which keeps of events only the latest. */
final class TrafficBridge implements AutoCloseable {
    private static final String PUBLIC = "https://bridge.example.com";
    private static final String PATH = "/twilio/conversations";
    private static final String REPLY =
            "{\"conversationSid\":\"CH%032d\",\"author\":\"system\",\"body\":\"Hello, your order has been sent\"}";
    private static final String REMEMBERED = "replies.remembered";
    private static final int CONVERSATIONS = 100;
    private static final long BYTES_KEPT = 200_000;
    private static final int AT_ONCE = 8;
    private static final int SESSIONS = 200;

    private final Services services = new Services();
    private final Semaphore created = new Semaphore(0);
    private ActiveMQConnectionFactory putting;
    private RunningBridge bridge;
    private RunningBridge remembering;
    private RunningBridge mailing;
    private MailStub mails;
    private int handPort;

    private TrafficBridge() {}

    static TrafficBridge start() throws Exception {
        TrafficBridge traffic = new TrafficBridge();
        int port = Webhooks.freePort();
        traffic.services.started(broker(port)::stop);
        traffic.services.started(InVMConnector::resetThreadPool);
        traffic.putting = traffic.services.started(new ActiveMQConnectionFactory("vm://0"));
        TwilioStub twilio = traffic.services.started(new TwilioStub(traffic.created::release, 1));
        Map<String, String> settings = Map.of(
                "BROKER_URL", "tcp://localhost:" + port, "PUBLIC_URL", PUBLIC, "MAIL_EMBEDDED", "true",
                "IMAP_DELAY", "1h", "REPLIES_CONSUMERS", String.valueOf(AT_ONCE), "TWILIO_ACCOUNT_SID", Calls.ACCOUNT,
                "TWILIO_AUTH_TOKEN", Calls.TOKEN, "TWILIO_BASE_URI", twilio.base());
        traffic.bridge = traffic.services.started(RunningBridge.start(settings));
        traffic.bridge.camel().getRouteController().stopRoute("queue-to-email");
        Map<String, String> others = new TreeMap<>(settings);
        others.putAll(Map.of("QUEUE_REPLIES", REMEMBERED, "EMAIL_ENABLED", "false",
                "KEYS", "#class:" + MemoryIdempotentRepository.class.getName()));
        traffic.remembering = traffic.services.started(RunningBridge.start(others));
        traffic.mails = traffic.services.started(MailStub.start());
        others.putAll(traffic.mails.settings());
        others.putAll(Map.of("QUEUES_ENABLED", "false", "EMAIL_ENABLED", "true", "QUEUE_EMAIL", "mails.bridge",
                "CONSUMERS", String.valueOf(AT_ONCE)));
        traffic.mailing = traffic.services.started(RunningBridge.start(others));
        traffic.handPort = Webhooks.freePort();
        traffic.byHand(twilio.base(), "tcp://localhost:" + port);
        return traffic;
    }

    Callable<?> event() {
        int port = Integer.parseInt(bridge.property("bridge.http.port"));
        return Webhooks.post(port, () -> Webhooks.request(port, PATH, PUBLIC + PATH, Calls.ACCOUNT, Calls.TOKEN));
    }

    Callable<?> eventByHand() {
        return eventByHand("/hand");
    }

    Callable<?> mail() {
        int port = Integer.parseInt(mailing.property("bridge.http.port"));
        return mails.after(Webhooks.post(port, () -> Webhooks.request(port, PATH, PUBLIC + PATH, Calls.ACCOUNT, Calls.TOKEN)));
    }

    Callable<?> mailByHand() {
        return mails.after(eventByHand("/hand-mail"));
    }

    private Callable<?> eventByHand(String path) {
        return Webhooks.post(handPort,
                () -> Webhooks.request(handPort, path, PUBLIC + PATH, Calls.ACCOUNT, Calls.TOKEN));
    }

    Callable<?> reply() {
        return reply("conversations.replies");
    }

    /** One whose key is remembered, as with the embedded broker; else it is looked for at Twilio. */
    Callable<?> rememberedReply() {
        return reply(REMEMBERED);
    }

    Callable<?> replyByHand() {
        return reply("replies.by-hand");
    }

    @Override
    public void close() {
        services.close();
    }

    /** Puts a reply on the queue, and waits until Twilio has created one. */
    private Callable<?> reply(String queue) {
        ThreadLocal<JMSContext> callers = ThreadLocal.withInitial(this::caller);
        return () -> {
            JMSContext jms = callers.get();
            jms.createProducer().send(jms.createQueue(queue),
                    REPLY.formatted(ThreadLocalRandom.current().nextInt(CONVERSATIONS)));
            created.acquire();
            return null;
        };
    }

    private synchronized JMSContext caller() {
        return services.started(putting.createContext());
    }

    private void byHand(String twilio, String broker) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(handPort);
        context.addService(new VertxPlatformHttpServer(server));
        CachingConnectionFactory connections = new CachingConnectionFactory(
                services.started(new ActiveMQConnectionFactory(broker)));
        connections.setSessionCacheSize(SESSIONS);
        services.started(connections::destroy);
        services.started(context);
        context.addComponent("jms", JmsComponent.jmsComponentAutoAcknowledge(connections));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/hand?httpMethodRestrict=POST")
                        .setHeader("JMSXGroupID", simple("${body[ConversationSid]}"))
                        .removeHeaders("*", "JMSXGroupID")
                        .marshal().json()
                        .to(InOnly, "jms:queue:conversations.one").to(InOnly, "jms:queue:conversations.two")
                        .setBody(constant("ok"));
                from("platform-http:/hand-mail?httpMethodRestrict=POST")
                        .setHeader("JMSXGroupID", simple("${body[ConversationSid]}"))
                        .removeHeaders("*", "JMSXGroupID")
                        .marshal().json()
                        .to(InOnly, "jms:queue:mails.by-hand")
                        .setBody(constant("ok"));
                from("jms:queue:mails.by-hand?concurrentConsumers=" + AT_ONCE)
                        .unmarshal().json()
                        .removeHeaders("*")
                        .setHeader("Subject", simple("Message of ${body[Author]}"))
                        .setBody(simple("${body[Body]}"))
                        .to(mails.uri());
                from("jms:queue:replies.by-hand?concurrentConsumers=" + AT_ONCE)
                        .unmarshal().json()
                        .setProperty("conversation", simple("${body[conversationSid]}"))
                        .setBody(simple("Author=${body[author]}&Body=${body[body]}"))
                        .removeHeaders("*")
                        .setHeader("Content-Type", constant("application/x-www-form-urlencoded"))
                        .toD(twilio + "/v1/Conversations/${exchangeProperty.conversation}/Messages?authMethod=Basic"
                                + "&authenticationPreemptive=true&connectionsPerRoute=200&authUsername=" + Calls.ACCOUNT
                                + "&authPassword=" + Calls.TOKEN)
                        .unmarshal().json();
            }
        });
        context.start();
    }

    private static EmbeddedActiveMQ broker(int port) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false).setSecurityEnabled(false).setJMXManagementEnabled(false)
                .addAddressSetting("conversations.#", new AddressSettings()
                        .setMaxSizeBytes(BYTES_KEPT).setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP))
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port)
                .addAcceptorConfiguration("vm", "vm://0"));
        return broker.start();
    }
}
