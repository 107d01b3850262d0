// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.simulation.judge.Fact;
import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import dev.conversations.simulation.way.Host;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import org.apache.camel.Exchange;

/** What the route does with a message: it takes a while, may fail, and ends with an answer to the person. */
final class Job {

    /** As whom the bridge writes. */
    static final String BRIDGE = "bridge";
    /** A property: the message that is worked on. */
    static final String MESSAGE = "message";
    private static final int USUAL = 150;
    /** Longer than the term of a claim. */
    private static final int LONG = 14_000;

    private final World world;
    private final Host host;

    Job(World world, Host host) {
        this.world = world;
        this.host = host;
    }

    void begin(Exchange exchange) throws Exception {
        WebhookEvent event = exchange.getMessage().getBody(WebhookEvent.class);
        if (BRIDGE.equals(event.author())) {
            exchange.setRouteStop(true);
            return;
        }
        String sid = event.messageSid();
        exchange.setProperty(MESSAGE, sid);
        world.history.add(world.isForged(sid) ? Fact.Kind.HAD_FORGED : Fact.Kind.BEGUN, host.life(), sid, event.repaired() ? "repaired" : "told");
        Mishap mishap = world.fate.next(Channel.WORK, host.life(), sid);
        if (mishap == Mishap.KILLED_BEFORE) {
            host.kill();
        }
        host.scheduler().sleep(Duration.ofMillis(mishap == Mishap.SLOW ? LONG : host.random().nextInt(USUAL)));
        if (mishap == Mishap.ERROR_BEFORE) {
            throw new IllegalStateException("The work fails");
        }
        exchange.setProperty("mishap", mishap);
        exchange.getMessage().setBody("You wrote: " + event.body());
        exchange.getMessage().setHeader(ConversationsHeaders.CONVERSATION_SID, event.conversationSid());
        exchange.getMessage().setHeader(ConversationsHeaders.IDEMPOTENCY_KEY, World.key(sid));
    }

    void end(Exchange exchange) {
        if (host.life().isOver()) {
            return;
        }
        String sid = exchange.getProperty(MESSAGE, String.class);
        Mishap mishap = exchange.getProperty("mishap", Mishap.class);
        if (mishap == Mishap.ERROR_AFTER) {
            throw new IllegalStateException("The work fails");
        }
        world.history.add(Fact.Kind.DONE, host.life(), sid, "");
        if (mishap == Mishap.KILLED_AFTER) {
            host.kill();
        }
    }

    void fail(Exchange exchange) {
        if (!host.life().isOver()) {
            world.ear.hear("the exception of a route", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
            world.history.add(Fact.Kind.FAILED, host.life(), exchange.getProperty(MESSAGE, String.class), "");
        }
    }
}
