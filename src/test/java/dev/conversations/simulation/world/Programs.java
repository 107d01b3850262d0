// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.api.text.Json;
import dev.conversations.simulation.broker.Broker;
import dev.conversations.simulation.broker.Queued;
import dev.conversations.simulation.judge.Fact;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is behind the queues of a bridge: a program that answers each message at once, and those who see what else comes. */
final class Programs {
    /** As whom they answer, who gets a mail if an answer fails. */
    private static final String AGENT = "agent@example.com";
    private static final Pattern MESSAGE = Pattern.compile("IM[0-9a-f]{32}");

    private final World world;
    private final Broker broker;

    Programs(World world) {
        this.world = world;
        this.broker = new Broker(world.scheduler, this::put);
    }

    Broker broker() {
        return broker;
    }

    private void put(Queued queued) {
        switch (queued.queue()) {
            case "conversations.messages" -> answer(read(queued));
            case "conversations.status" -> tell(read(queued));
            case "conversations.dead-letters" -> {
                world.ear.hear("the reason of a dead letter", queued.properties().get("BridgeReason"));
                world.history.add(Fact.Kind.KEPT, queued.queue(), "", queued.properties().get("BridgeReason"));
            }
            default -> { }
        }
    }

    private void answer(Map<String, Object> event) {
        String sid = (String) event.get("MessageSid");
        String conversation = (String) event.get("ConversationSid");
        if (world.isForged(sid)) {
            world.history.add(Fact.Kind.HAD_FORGED, "broker", sid, "");
            return;
        }
        world.history.add(Fact.Kind.QUEUED, "broker", sid, conversation);
        world.history.add(Fact.Kind.DONE, "broker", sid, "");
        Map<String, Object> reply = new TreeMap<>(Map.of("conversationSid", conversation, "author", AGENT,
                "body", "You wrote: " + event.get("Body"), "attributes", Map.of("re", World.key(sid))));
        broker.put("conversations.replies", Json.write(reply), true, Map.of("JMSXGroupID", conversation));
    }

    private void tell(Map<String, Object> event) {
        if ("undelivered".equals(event.get("Status")) || "failed".equals(event.get("Status"))) {
            world.history.add(Fact.Kind.TOLD, "broker", (String) event.get("MessageSid"), event.get("ConversationSid"));
        }
    }

    /** The mail server has it: its last words name the message that it is about. */
    void mailed(MimeMessage mail) {
        try {
            String id = mail.getMessageID();
            Matcher named = MESSAGE.matcher(id + " " + mail.getContent());
            world.history.add(Fact.Kind.MAILED, "mail server", named.find() ? named.group() : "", id);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> read(Queued queued) {
        try {
            return Json.readObject(queued.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
