// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.hooks.Target;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Rules;

/** Addresses of the account. */
public final class Addresses implements Rules {

    @Override
    public void creating(Call call, Item draft) {
        String type = draft.text("type");
        if (!type.equals("chat") && !type.equals("gbm") && !type.equals(Channel.of(draft.text("address")))) {
            throw Refusal.of(20001, "Invalid parameter Address: expected an address of the type " + type);
        }
        complete(draft);
    }

    @Override
    public void updating(Call call, Item before, Item draft) {
        complete(draft);
    }

    private static void complete(Item draft) {
        if (draft.get("auto_creation.type") == null) {
            draft.set("auto_creation.type", "default");
        }
        String type = draft.text("auto_creation.type");
        if (type.equals("webhook") && !Target.accepts(String.valueOf(draft.get("auto_creation.webhook_url")))) {
            throw Refusal.of(20001, "Invalid parameter AutoCreation.WebhookUrl: the type webhook needs a URL");
        }
        if (type.equals("studio") && draft.get("auto_creation.studio_flow_sid") == null) {
            throw Refusal.of(20001, "Missing parameter AutoCreation.StudioFlowSid: the type studio needs a flow");
        }
    }
}
