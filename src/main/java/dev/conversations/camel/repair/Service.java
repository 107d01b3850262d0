// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.text.Json;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One of Twilio's services, and what is known of its conversations. */
record Service(Twilio twilio, Roster roster, Look look, Deliveries deliveries) {

    static Service of(Twilio twilio) {
        Roster roster = new Roster();
        return new Service(twilio, roster, new Look(twilio, roster), new Deliveries(twilio));
    }

    /** Whether an event is one of its conversations: only the default service need not be named. */
    boolean has(WebhookEvent event) {
        return twilio.service() == null || twilio.service().equals(event.chatServiceSid());
    }

    /**
     * The conversations that may hold what was not told.
     *
     * @param only the SID of the one conversation that is repaired, null for all
     * @param looked when all were looked into last
     */
    List<Map<String, Object>> due(String only, Instant looked) throws IOException {
        return only == null ? look.due(looked) : twilio.conversation(only).map(Json::toMap).map(List::of).orElse(List.of());
    }
}
