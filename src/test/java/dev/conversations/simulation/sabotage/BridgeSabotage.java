// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.sabotage;

import dev.conversations.app.command.QueuedReply;
import dev.conversations.app.delivery.QueuedEvent;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.thread.MailThread;
import dev.conversations.app.outcome.Told;
import dev.conversations.simulation.world.Parts;
import dev.conversations.webhook.WebhookEvent;
import jakarta.jms.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;

/** Parts of bridges of which one is not sound. */
final class BridgeSabotage {
    private static final String DUPLICATE = "_AMQ_DUPL_ID";

    private BridgeSabotage() {}

    static List<Sabotage> all() {
        return List.of(
                bean("the key of a reply is lost", "answered twice", "queuedReply", Keyless::new),
                bean("what brokers know repeats by is lost", "on the queue twice", "queuedEvent", made -> new Relabelled(made, null)),
                bean("what brokers know repeats by is another at each try", "on the queue twice", "queuedEvent",
                        made -> new Relabelled(made, new AtomicInteger())),
                bean("lanes keep no order", "answered out of order", "laneOf", made -> {
                    AtomicInteger lanes = new AtomicInteger();
                    return (Function<Message, String>) message -> "lane " + lanes.incrementAndGet();
                }),
                bean("an outcome counts as told before it is", "not mailed", "told", Hasty::new),
                bean("an outcome is never told", "not told of as failed", "told", made -> new Silent()),
                bean("a mail has another Message-ID at each try", "mailed under several names", "mailThread", Renamed::new),
                new Sabotage("a reply is acknowledged before the create", "not answered where", true, new Parts() {
                    @Override
                    public boolean acknowledgesFirst() {
                        return true;
                    }
                }),
                new Sabotage("an outcome is sent after it is remembered", "not told of as failed", true, new Parts() {
                    @Override
                    public boolean sendsAside() {
                        return false;
                    }
                }));
    }

    private static Sabotage bean(String what, String expected, String name, UnaryOperator<Object> other) {
        return new Sabotage(what, expected, true, new Parts() {
            @Override
            public Object bean(String asked, Object made) {
                return asked.equals(name) ? other.apply(made) : made;
            }
        });
    }

    /** Reads replies, and gives them no key. */
    public record Keyless(Object sound) {
        public Map<String, Object> message(byte[] json, String key) throws Undeliverable {
            return ((QueuedReply) sound).message(json, null);
        }
    }

    /**
     * Writes events with another ID for repeats.
     *
     * @param tries null for none at all
     */
    public record Relabelled(Object sound, AtomicInteger tries) {
        public void write(Exchange exchange) {
            ((QueuedEvent) sound).write(exchange);
            if (tries == null) {
                exchange.getMessage().removeHeader(DUPLICATE);
            } else {
                exchange.getMessage().setHeader(DUPLICATE, exchange.getExchangeId() + " " + tries.incrementAndGet());
            }
        }

        public WebhookEvent read(byte[] json) throws Undeliverable {
            return ((QueuedEvent) sound).read(json);
        }
    }

    /** Remembers an outcome as soon as it is asked whether it is one. */
    public record Hasty(Object sound) {
        public boolean isNew(Exchange exchange, String way, WebhookEvent event) throws Exception {
            boolean isNew = ((Told) sound).isNew(exchange, way, event);
            ((Told) sound).remember(exchange, way, event);
            return isNew;
        }

        public void remember(Exchange exchange, String way, WebhookEvent event) {
            // it is
        }
    }

    /** Takes every outcome for one that was told. */
    public record Silent() {
        public boolean isNew(Exchange exchange, String way, WebhookEvent event) {
            return false;
        }

        public void remember(Exchange exchange, String way, WebhookEvent event) {
            // nothing is told
        }
    }

    /** Gives mails another name each time. */
    public static final class Renamed {
        private final MailThread sound;
        private int tries;

        Renamed(Object sound) {
            this.sound = (MailThread) sound;
        }

        public MimeMessage write(Exchange exchange, String support) throws MessagingException, IOException {
            MimeMessage mail = sound.write(exchange, support);
            String name = mail.getMessageID();
            mail.setHeader("Message-ID", name.replace("@", "." + ++tries + "@"));
            return mail;
        }

        public void requireOwn(Map<?, ?> reply, dev.conversations.model.Message message) {
            // nothing of a queue is a mail's
        }
    }
}
