// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.hooks.Target;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.webhook.EventType;
import java.util.List;

/** The webhooks of the account or of a service. */
public final class WebhookSettings implements Rules {

    @Override
    public void updating(Call call, Item before, Item draft) {
        check(draft.text("pre_webhook_url"), 50077);
        check(draft.text("post_webhook_url"), 50078);
        if (draft.get("filters") instanceof List<?> filters
                && filters.stream().anyMatch(filter -> EventType.of(filter.toString()).isEmpty())) {
            throw Refusal.of(50054);
        }
    }

    private static void check(String url, int code) {
        if (url != null && !url.isEmpty() && !Target.accepts(url)) {
            throw Refusal.of(code);
        }
    }
}
