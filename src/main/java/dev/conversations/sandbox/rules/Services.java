// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Level;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conversation services: each begins with four roles, which its configuration makes the usual ones. */
public final class Services implements Rules {

    private record Seed(String name, String type, String setting, List<String> permissions) {}

    private static final List<Seed> SEEDS = List.of(
            new Seed("channel admin", "conversation", "default_conversation_creator_role_sid", List.of(
                    "sendMessage", "sendMediaMessage", "leaveConversation", "editAnyMessage", "deleteAnyMessage",
                    "editAnyMessageAttributes", "addParticipant", "removeParticipant", "editConversationName",
                    "editConversationAttributes", "deleteConversation")),
            new Seed("channel user", "conversation", "default_conversation_role_sid", List.of(
                    "sendMessage", "sendMediaMessage", "leaveConversation", "editOwnMessage", "deleteOwnMessage")),
            new Seed("service user", "service", "default_chat_service_role_sid", List.of(
                    "createConversation", "joinConversation", "editOwnUserInfo")),
            new Seed("service admin", "service", null, List.of(
                    "createConversation", "joinConversation", "destroyConversation", "editConversationName",
                    "editAnyUserInfo", "addParticipant", "removeParticipant")));

    private final World world;
    private final Catalogue catalogue;

    public Services(World world, Catalogue catalogue) {
        this.world = world;
        this.catalogue = catalogue;
    }

    @Override
    public void created(Call call, Item service) {
        Item configuration = catalogue.single("service-configuration", service.sid());
        Level level = new Level(service.sid(), true);
        for (Seed seed : SEEDS) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("friendlyName", seed.name());
            arguments.put("type", seed.type());
            arguments.put("permission", seed.permissions());
            Item role = world.create(Call.of("roles", "create", level, arguments, call.actor()));
            if (seed.setting() != null) {
                configuration.set(seed.setting(), role.sid());
            }
        }
    }
}
