// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.api.text.Json;
import dev.conversations.sandbox.call.Sids;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends webhooks: what follows an action in the background, in order for each conversation and target; what precedes it
 * waits for the answer, but not for longer than the time limit.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-webhooks">Twilio, Conversations webhooks</a>
 */
public final class WebhookSender {

    private final Courier courier;
    private final Lanes lanes;
    private final Disturber disturber;
    private final Sids sids;

    public WebhookSender(Courier courier, Lanes lanes, Disturber disturber, Sids sids) {
        this.courier = courier;
        this.lanes = lanes;
        this.disturber = disturber;
        this.sids = sids;
    }

    /** Tells in the background. */
    void tell(Target target, Map<String, List<String>> parameters) {
        String token = sids.uuid();
        disturber.pass(() -> send(target, parameters, token), () -> courier.drop(target, parameters));
    }

    /**
     * Asks and waits.
     *
     * @return the fields that the answer sets, none when it sets none or does not come in time; empty when it refuses
     */
    Optional<Map<String, Object>> ask(Target target, Map<String, List<String>> parameters) {
        Courier.Response response = courier.form(target, parameters, sids.uuid()).response();
        if (response.status() >= 400) {
            return Optional.empty();
        }
        try {
            boolean fields = response.status() == 200 && response.type().startsWith("application/json")
                    && response.body().length > 0;
            return Optional.of(fields ? Json.readObject(response.body()) : Map.of());
        } catch (IOException e) {
            return Optional.of(Map.of());
        }
    }

    /** Tells at once, with nothing in the way, and waits for what comes of it. */
    WebhookLog.Entry tellNow(Target target, Map<String, List<String>> parameters) {
        return courier.form(target, parameters, sids.uuid()).entry();
    }

    private void send(Target target, Map<String, List<String>> parameters, String token) {
        String lane = target.url() + ' ' + Courier.first(parameters, "ConversationSid");
        if (!lanes.run(lane, () -> courier.form(target, parameters, token))) {
            courier.drop(target, parameters);
        }
    }
}
