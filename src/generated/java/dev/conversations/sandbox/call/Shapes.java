// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import dev.conversations.sandbox.call.Shape.Failure;
import dev.conversations.sandbox.call.Shape.Intake;
import dev.conversations.sandbox.call.Shape.Keys;
import dev.conversations.sandbox.call.Shape.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the sandbox knows of each resource beyond its operations, and of each error. */
public final class Shapes {

    private static final Map<String, Shape> ALL = shapes();
    private static final Map<Integer, Failure> ERRORS = errors();

    private Shapes() {}

    /** All shapes by resource, in the order of the model. */
    static Map<String, Shape> all() {
        return ALL;
    }

    public static Shape of(String resource) {
        return ALL.get(resource);
    }

    static Failure failure(int code) {
        return ERRORS.get(code);
    }

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("addresses", new Shape(
                "addresses", "addresses", null,
                new Place("/Configuration/Addresses", "sid", "IG"),
                map("sid", "text", "account_sid", "text", "type", "text", "address", "text", "friendly_name", "text", "auto_creation", "object", "date_created", "text", "date_updated", "text", "url", "text", "address_country", "text"),
                map(
                        "type", new Intake("type", 0, 20001, 20001, 20001),
                        "address", new Intake("address", 0, 20001, 20001, 20001),
                        "friendlyName", new Intake("friendly_name", 256, 50003, 20001, 20001),
                        "autoCreationEnabled", new Intake("auto_creation.enabled", 0, 20001, 20001, 20001),
                        "autoCreationType", new Intake("auto_creation.type", 0, 20001, 20001, 20001),
                        "autoCreationConversationServiceSid", new Intake("auto_creation.conversation_service_sid", 0, 20001, 20001, 20001),
                        "autoCreationWebhookUrl", new Intake("auto_creation.webhook_url", 0, 20001, 20001, 20001),
                        "autoCreationWebhookMethod", new Intake("auto_creation.webhook_method", 0, 20001, 20001, 20001),
                        "autoCreationWebhookFilters", new Intake("auto_creation.webhook_filters", 0, 20001, 20001, 20001),
                        "autoCreationStudioFlowSid", new Intake("auto_creation.studio_flow_sid", 0, 20001, 20001, 20001),
                        "autoCreationStudioRetryCount", new Intake("auto_creation.studio_retry_count", 0, 20001, 20001, 20001),
                        "addressCountry", new Intake("address_country", 0, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001)),
                new Keys(null, map("address", 20001), 0, 0),
                map("auto_creation.enabled", false),
                map(),
                List.of()));
        shapes.put("bindings", new Shape(
                "bindings", "bindings", null,
                new Place("/Bindings", "sid", "BS"),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "credential_sid", "text", "date_created", "text", "date_updated", "text", "endpoint", "text", "identity", "text", "binding_type", "text", "message_types", "list", "url", "text"),
                map(
                        "sid", new Intake("sid", 0, 20001, 20001, 20001),
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "bindingType", new Intake("binding_type", 0, 20001, 50209, 20001),
                        "identity", new Intake("identity", 256, 50207, 20001, 50204)),
                new Keys(null, map(), 0, 0),
                map(),
                map(),
                List.of()));
        shapes.put("configuration", new Shape(
                "configuration", "configuration", null,
                new Place("/Configuration", null, null),
                map("account_sid", "text", "default_chat_service_sid", "text", "default_messaging_service_sid", "text", "default_inactive_timer", "text", "default_closed_timer", "text", "url", "text", "links", "object"),
                map(
                        "defaultChatServiceSid", new Intake("default_chat_service_sid", 0, 20001, 20001, 20001),
                        "defaultMessagingServiceSid", new Intake("default_messaging_service_sid", 0, 20001, 20001, 20001),
                        "defaultInactiveTimer", new Intake("default_inactive_timer", 0, 20001, 20001, 20001),
                        "defaultClosedTimer", new Intake("default_closed_timer", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map(),
                map("service", "/Services/{default_chat_service_sid}", "webhooks", "{url}/Webhooks"),
                List.of()));
        shapes.put("configuration-webhooks", new Shape(
                "configuration-webhooks", "configuration-webhooks", null,
                new Place("/Configuration/Webhooks", null, null),
                map("account_sid", "text", "method", "text", "filters", "list", "pre_webhook_url", "text", "post_webhook_url", "text", "target", "text", "url", "text"),
                map(
                        "method", new Intake("method", 0, 20001, 50055, 20001),
                        "filters", new Intake("filters", 0, 20001, 20001, 20001),
                        "preWebhookUrl", new Intake("pre_webhook_url", 0, 20001, 20001, 20001),
                        "postWebhookUrl", new Intake("post_webhook_url", 0, 20001, 20001, 20001),
                        "target", new Intake("target", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map("method", "POST", "filters", List.of(), "target", "webhook"),
                map(),
                List.of()));
        shapes.put("conversations", new Shape(
                "conversations", "conversations", "Conversation",
                new Place("/Conversations", "sid", "CH"),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "messaging_service_sid", "text", "friendly_name", "text", "unique_name", "text", "attributes", "text", "state", "text", "date_created", "text", "date_updated", "text", "timers", "object", "url", "text", "links", "object", "bindings", "object"),
                map(
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "friendlyName", new Intake("friendly_name", 256, 50003, 20001, 20001),
                        "uniqueName", new Intake("unique_name", 256, 50004, 20001, 20001),
                        "dateCreated", new Intake("date_created", 0, 20001, 50308, 20001),
                        "dateUpdated", new Intake("date_updated", 0, 20001, 50309, 20001),
                        "messagingServiceSid", new Intake("messaging_service_sid", 0, 20001, 50341, 20001),
                        "attributes", new Intake("attributes", 16384, 50303, 50304, 20001),
                        "state", new Intake("state", 0, 20001, 50378, 20001),
                        "timersInactive", new Intake(null, 0, 20001, 50379, 20001),
                        "timersClosed", new Intake(null, 0, 20001, 50380, 20001),
                        "bindingsEmailAddress", new Intake("bindings.email.projected_address", 0, 20001, 20001, 20001),
                        "bindingsEmailName", new Intake("bindings.email.name", 0, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001)),
                new Keys("unique_name", map("unique_name", 50307), 0, 0),
                map("state", "active", "attributes", "{}", "timers", Map.of()),
                map("participants", "{url}/Participants", "messages", "{url}/Messages", "webhooks", "{url}/Webhooks"),
                List.of()));
        shapes.put("conversation-with-participants", new Shape(
                "conversation-with-participants", "conversations", null,
                new Place("/ConversationWithParticipants", "sid", null),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "messaging_service_sid", "text", "friendly_name", "text", "unique_name", "text", "attributes", "text", "state", "text", "date_created", "text", "date_updated", "text", "timers", "object", "url", "text", "links", "object", "bindings", "object"),
                map(
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "friendlyName", new Intake("friendly_name", 256, 50003, 20001, 20001),
                        "uniqueName", new Intake("unique_name", 256, 50004, 20001, 20001),
                        "dateCreated", new Intake("date_created", 0, 20001, 50308, 20001),
                        "dateUpdated", new Intake("date_updated", 0, 20001, 50309, 20001),
                        "messagingServiceSid", new Intake("messaging_service_sid", 0, 20001, 50341, 20001),
                        "attributes", new Intake("attributes", 16384, 50303, 50304, 20001),
                        "state", new Intake("state", 0, 20001, 50378, 20001),
                        "timersInactive", new Intake(null, 0, 20001, 50379, 20001),
                        "timersClosed", new Intake(null, 0, 20001, 50380, 20001),
                        "bindingsEmailAddress", new Intake("bindings.email.projected_address", 0, 20001, 20001, 20001),
                        "bindingsEmailName", new Intake("bindings.email.name", 0, 20001, 20001, 20001),
                        "participant", new Intake(null, 10, 50426, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map(),
                map(),
                List.of()));
        shapes.put("credentials", new Shape(
                "credentials", "credentials", null,
                new Place("/Credentials", "sid", "CR"),
                map("sid", "text", "account_sid", "text", "friendly_name", "text", "type", "text", "sandbox", "text", "date_created", "text", "date_updated", "text", "url", "text"),
                map(
                        "type", new Intake("type", 0, 20001, 20001, 20001),
                        "friendlyName", new Intake("friendly_name", 256, 50003, 20001, 20001),
                        "sandbox", new Intake("sandbox", 0, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map(),
                map(),
                List.of()));
        shapes.put("messages", new Shape(
                "messages", "messages", "Message",
                new Place("/Conversations/{conversationSid}/Messages", "sid", "IM"),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "conversation_sid", "text", "index", "integer", "author", "text", "body", "text", "media", "objects", "attributes", "text", "participant_sid", "text", "date_created", "text", "date_updated", "text", "delivery", "object", "url", "text", "links", "object", "content_sid", "text"),
                map(
                        "conversationSid", new Intake("conversation_sid", 0, 20001, 20001, 20001),
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "author", new Intake("author", 256, 50310, 20001, 20001),
                        "body", new Intake("body", 32768, 50504, 20001, 20001),
                        "dateCreated", new Intake("date_created", 0, 20001, 50308, 20001),
                        "dateUpdated", new Intake("date_updated", 0, 20001, 50309, 20001),
                        "attributes", new Intake("attributes", 4096, 50303, 50304, 20001),
                        "mediaSid", new Intake(null, 0, 20001, 50510, 20001),
                        "contentSid", new Intake("content_sid", 0, 20001, 20001, 20001),
                        "subject", new Intake(null, 256, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map("author", "system", "attributes", "{}"),
                map("delivery_receipts", "{url}/Receipts", "channel_metadata", "{url}/ChannelMetadata"),
                List.of("chat_service_sid")));
        shapes.put("notifications", new Shape(
                "notifications", "notifications", null,
                new Place("/Configuration/Notifications", null, null),
                map("account_sid", "text", "chat_service_sid", "text", "new_message", "object", "added_to_conversation", "object", "removed_from_conversation", "object", "log_enabled", "boolean", "url", "text"),
                map(
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "logEnabled", new Intake("log_enabled", 0, 20001, 20001, 20001),
                        "newMessageEnabled", new Intake("new_message.enabled", 0, 20001, 20001, 20001),
                        "newMessageTemplate", new Intake("new_message.template", 0, 20001, 20001, 20001),
                        "newMessageSound", new Intake("new_message.sound", 0, 20001, 20001, 20001),
                        "newMessageBadgeCountEnabled", new Intake("new_message.badge_count_enabled", 0, 20001, 20001, 20001),
                        "addedToConversationEnabled", new Intake("added_to_conversation.enabled", 0, 20001, 20001, 20001),
                        "addedToConversationTemplate", new Intake("added_to_conversation.template", 0, 20001, 20001, 20001),
                        "addedToConversationSound", new Intake("added_to_conversation.sound", 0, 20001, 20001, 20001),
                        "removedFromConversationEnabled", new Intake("removed_from_conversation.enabled", 0, 20001, 20001, 20001),
                        "removedFromConversationTemplate", new Intake("removed_from_conversation.template", 0, 20001, 20001, 20001),
                        "removedFromConversationSound", new Intake("removed_from_conversation.sound", 0, 20001, 20001, 20001),
                        "newMessageWithMediaEnabled", new Intake("new_message.with_media.enabled", 0, 20001, 20001, 20001),
                        "newMessageWithMediaTemplate", new Intake("new_message.with_media.template", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map("log_enabled", false, "new_message.enabled", false, "added_to_conversation.enabled", false, "removed_from_conversation.enabled", false),
                map(),
                List.of()));
        shapes.put("participant-conversations", new Shape(
                "participant-conversations", "participant-conversations", null,
                new Place("/ParticipantConversations", "sid", null),
                map("account_sid", "text", "chat_service_sid", "text", "participant_sid", "text", "participant_user_sid", "text", "participant_identity", "text", "participant_messaging_binding", "object", "conversation_sid", "text", "conversation_unique_name", "text", "conversation_friendly_name", "text", "conversation_attributes", "text", "conversation_date_created", "text", "conversation_date_updated", "text", "conversation_created_by", "text", "conversation_state", "text", "conversation_timers", "object", "links", "object"),
                map(
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "identity", new Intake(null, 256, 50207, 20001, 50204)),
                new Keys(null, map(), 0, 0),
                map(),
                map("participant", "/Conversations/{conversation_sid}/Participants/{participant_sid}", "conversation", "/Conversations/{conversation_sid}"),
                List.of()));
        shapes.put("participants", new Shape(
                "participants", "participants", "Participant",
                new Place("/Conversations/{conversationSid}/Participants", "sid", "MB"),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "conversation_sid", "text", "identity", "text", "attributes", "text", "messaging_binding", "object", "role_sid", "text", "date_created", "text", "date_updated", "text", "url", "text", "last_read_message_index", "integer", "last_read_timestamp", "text"),
                map(
                        "conversationSid", new Intake("conversation_sid", 0, 20001, 20001, 20001),
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "identity", new Intake("identity", 256, 50207, 20001, 50204),
                        "messagingBindingAddress", new Intake("messaging_binding.address", 256, 20001, 20001, 20001),
                        "messagingBindingProxyAddress", new Intake("messaging_binding.proxy_address", 256, 20001, 20001, 20001),
                        "dateCreated", new Intake("date_created", 0, 20001, 50308, 20001),
                        "dateUpdated", new Intake("date_updated", 0, 20001, 50309, 20001),
                        "attributes", new Intake("attributes", 4096, 50303, 50304, 20001),
                        "messagingBindingProjectedAddress", new Intake("messaging_binding.projected_address", 256, 20001, 20001, 20001),
                        "roleSid", new Intake("role_sid", 0, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001),
                        "lastReadMessageIndex", new Intake("last_read_message_index", 0, 20001, 50421, 20001),
                        "lastReadTimestamp", new Intake("last_read_timestamp", 0, 20001, 20001, 20001)),
                new Keys("identity", map("identity", 50433), 1000, 50417),
                map("attributes", "{}"),
                map(),
                List.of("chat_service_sid")));
        shapes.put("receipts", new Shape(
                "receipts", "receipts", null,
                new Place("/Conversations/{conversationSid}/Messages/{messageSid}/Receipts", "sid", "DY"),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "conversation_sid", "text", "message_sid", "text", "channel_message_sid", "text", "participant_sid", "text", "status", "text", "error_code", "integer", "date_created", "text", "date_updated", "text", "url", "text"),
                map(
                        "conversationSid", new Intake("conversation_sid", 0, 20001, 20001, 20001),
                        "messageSid", new Intake("message_sid", 0, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001),
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map(),
                map(),
                List.of("chat_service_sid")));
        shapes.put("roles", new Shape(
                "roles", "roles", null,
                new Place("/Roles", "sid", "RL"),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "friendly_name", "text", "type", "text", "permissions", "list", "date_created", "text", "date_updated", "text", "url", "text"),
                map(
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "friendlyName", new Intake("friendly_name", 256, 50003, 20001, 20001),
                        "type", new Intake("type", 0, 20001, 50105, 20001),
                        "permission", new Intake("permissions", 0, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map(),
                map(),
                List.of()));
        shapes.put("service-configuration", new Shape(
                "service-configuration", "service-configuration", null,
                new Place("/Configuration", null, null),
                map("chat_service_sid", "text", "default_conversation_creator_role_sid", "text", "default_conversation_role_sid", "text", "default_chat_service_role_sid", "text", "url", "text", "links", "object", "reachability_enabled", "boolean"),
                map(
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "defaultConversationCreatorRoleSid", new Intake("default_conversation_creator_role_sid", 0, 20001, 20001, 20001),
                        "defaultConversationRoleSid", new Intake("default_conversation_role_sid", 0, 20001, 20001, 20001),
                        "defaultChatServiceRoleSid", new Intake("default_chat_service_role_sid", 0, 20001, 20001, 20001),
                        "reachabilityEnabled", new Intake("reachability_enabled", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map("reachability_enabled", false),
                map("notifications", "{url}/Notifications", "webhooks", "{url}/Webhooks"),
                List.of()));
        shapes.put("service-webhooks", new Shape(
                "service-webhooks", "service-webhooks", null,
                new Place("/Configuration/Webhooks", null, null),
                map("account_sid", "text", "chat_service_sid", "text", "pre_webhook_url", "text", "post_webhook_url", "text", "filters", "list", "method", "text", "url", "text"),
                map(
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "preWebhookUrl", new Intake("pre_webhook_url", 0, 20001, 20001, 20001),
                        "postWebhookUrl", new Intake("post_webhook_url", 0, 20001, 20001, 20001),
                        "filters", new Intake("filters", 0, 20001, 20001, 20001),
                        "method", new Intake("method", 0, 20001, 50055, 20001)),
                new Keys(null, map(), 0, 0),
                map("method", "POST", "filters", List.of()),
                map(),
                List.of()));
        shapes.put("services", new Shape(
                "services", "services", null,
                new Place("/Services", "sid", "IS"),
                map("sid", "text", "account_sid", "text", "friendly_name", "text", "date_created", "text", "date_updated", "text", "url", "text", "links", "object"),
                map(
                        "friendlyName", new Intake("friendly_name", 256, 50003, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 0, 0),
                map(),
                map("conversations", "{url}/Conversations", "users", "{url}/Users", "roles", "{url}/Roles", "bindings", "{url}/Bindings", "configuration", "{url}/Configuration", "participant_conversations", "{url}/ParticipantConversations", "conversation_with_participants", "{url}/ConversationWithParticipants"),
                List.of()));
        shapes.put("user-conversations", new Shape(
                "user-conversations", "user-conversations", null,
                new Place("/Users/{userSid}/Conversations", "conversationSid", null),
                map("account_sid", "text", "chat_service_sid", "text", "conversation_sid", "text", "unread_messages_count", "integer", "last_read_message_index", "integer", "participant_sid", "text", "user_sid", "text", "friendly_name", "text", "conversation_state", "text", "timers", "object", "attributes", "text", "date_created", "text", "date_updated", "text", "created_by", "text", "notification_level", "text", "unique_name", "text", "url", "text", "links", "object"),
                map(
                        "userSid", new Intake("user_sid", 0, 20001, 20001, 20001),
                        "conversationSid", new Intake("conversation_sid", 0, 20001, 20001, 20001),
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "notificationLevel", new Intake("notification_level", 0, 20001, 50210, 20001),
                        "lastReadMessageIndex", new Intake("last_read_message_index", 0, 20001, 50421, 20001)),
                new Keys(null, map(), 0, 0),
                map(),
                map("participant", "/Conversations/{conversation_sid}/Participants/{participant_sid}", "conversation", "/Conversations/{conversation_sid}"),
                List.of()));
        shapes.put("users", new Shape(
                "users", "users", "User",
                new Place("/Users", "sid", "US"),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "role_sid", "text", "identity", "text", "friendly_name", "text", "attributes", "text", "is_online", "boolean", "is_notifiable", "boolean", "date_created", "text", "date_updated", "text", "url", "text", "links", "object"),
                map(
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "identity", new Intake("identity", 256, 50207, 20001, 50204),
                        "friendlyName", new Intake("friendly_name", 256, 50003, 20001, 20001),
                        "attributes", new Intake("attributes", 16384, 50303, 50304, 20001),
                        "roleSid", new Intake("role_sid", 0, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001)),
                new Keys("identity", map("identity", 50201), 0, 0),
                map("attributes", "{}"),
                map("user_conversations", "{url}/Conversations"),
                List.of()));
        shapes.put("webhooks", new Shape(
                "webhooks", "webhooks", null,
                new Place("/Conversations/{conversationSid}/Webhooks", "sid", "WH"),
                map("sid", "text", "account_sid", "text", "chat_service_sid", "text", "conversation_sid", "text", "target", "text", "url", "text", "configuration", "object", "date_created", "text", "date_updated", "text"),
                map(
                        "conversationSid", new Intake("conversation_sid", 0, 20001, 20001, 20001),
                        "chatServiceSid", new Intake("chat_service_sid", 0, 20001, 20001, 20001),
                        "target", new Intake("target", 0, 20001, 50364, 50368),
                        "configurationUrl", new Intake("configuration.url", 512, 50372, 20001, 20001),
                        "configurationMethod", new Intake("configuration.method", 0, 20001, 50055, 20001),
                        "configurationFilters", new Intake("configuration.filters", 0, 20001, 20001, 20001),
                        "configurationTriggers", new Intake("configuration.triggers", 0, 20001, 20001, 20001),
                        "configurationFlowSid", new Intake("configuration.flow_sid", 0, 20001, 50367, 20001),
                        "configurationReplayAfter", new Intake("configuration.replay_after", 0, 20001, 20001, 20001),
                        "sid", new Intake("sid", 0, 20001, 20001, 20001)),
                new Keys(null, map(), 5, 50361),
                map(),
                map(),
                List.of("chat_service_sid")));
        return Collections.unmodifiableMap(shapes);
    }

    private static Map<Integer, Failure> errors() {
        Map<Integer, Failure> errors = new LinkedHashMap<>();
        errors.put(19038, new Failure(400, "The page token is not one that this list gave."));
        errors.put(20001, new Failure(400, "%s"));
        errors.put(20003, new Failure(401, "Authenticate"));
        errors.put(20004, new Failure(405, "Method not allowed"));
        errors.put(20161, new Failure(400, "The update names no parameter that can be changed."));
        errors.put(20404, new Failure(404, "The requested resource %s was not found"));
        errors.put(20429, new Failure(429, "Too Many Requests"));
        errors.put(50003, new Failure(400, "The friendly name is too long."));
        errors.put(50004, new Failure(400, "The unique name is too long."));
        errors.put(50054, new Failure(400, "The webhook configuration is not valid."));
        errors.put(50055, new Failure(400, "The webhook method is not valid."));
        errors.put(50056, new Failure(400, "The pre-action webhook rejected the action."));
        errors.put(50077, new Failure(400, "The pre-action webhook URL is not valid."));
        errors.put(50078, new Failure(400, "The post-action webhook URL is not valid."));
        errors.put(50105, new Failure(400, "The role type is not valid."));
        errors.put(50201, new Failure(409, "The user exists already."));
        errors.put(50204, new Failure(400, "An identity is missing."));
        errors.put(50206, new Failure(400, "An identity must not look like the SID of a user."));
        errors.put(50207, new Failure(400, "The identity is too long."));
        errors.put(50209, new Failure(400, "The binding type is not valid."));
        errors.put(50210, new Failure(400, "The notification level is not valid."));
        errors.put(50211, new Failure(400, "Give an identity or a messaging address, not both."));
        errors.put(50303, new Failure(400, "The attributes are too long."));
        errors.put(50304, new Failure(400, "The attributes are not valid JSON."));
        errors.put(50307, new Failure(409, "A conversation with this unique name exists already."));
        errors.put(50308, new Failure(400, "DateCreated is not a date."));
        errors.put(50309, new Failure(400, "DateUpdated is not a date."));
        errors.put(50310, new Failure(400, "The author is too long."));
        errors.put(50341, new Failure(400, "The messaging service SID is not valid."));
        errors.put(50361, new Failure(400, "A conversation holds at most five webhooks."));
        errors.put(50362, new Failure(400, "A webhook holds at most five trigger words."));
        errors.put(50364, new Failure(400, "The webhook target is not valid."));
        errors.put(50365, new Failure(400, "A webhook filter names no event that can be sent."));
        errors.put(50366, new Failure(400, "A trigger word is empty or longer than 248 characters."));
        errors.put(50367, new Failure(400, "The Studio flow SID is missing or not valid."));
        errors.put(50368, new Failure(400, "The webhook target is missing."));
        errors.put(50369, new Failure(400, "The webhook URL is missing."));
        errors.put(50370, new Failure(400, "The webhook filters are missing."));
        errors.put(50371, new Failure(400, "The webhook triggers are missing."));
        errors.put(50372, new Failure(400, "The webhook URL is too long."));
        errors.put(50375, new Failure(400, "The inactive timer is below one minute."));
        errors.put(50376, new Failure(400, "The closed timer is below ten minutes."));
        errors.put(50377, new Failure(400, "The conversation is closed and cannot change."));
        errors.put(50378, new Failure(400, "The state is not valid."));
        errors.put(50379, new Failure(400, "The inactive timer is not an ISO 8601 duration."));
        errors.put(50380, new Failure(400, "The closed timer is not an ISO 8601 duration."));
        errors.put(50382, new Failure(400, "Timers at creation need a state."));
        errors.put(50384, new Failure(400, "A conversation cannot be created closed."));
        errors.put(50390, new Failure(400, "A unique name must not look like the SID of a conversation."));
        errors.put(50407, new Failure(400, "The messaging binding address is not valid."));
        errors.put(50408, new Failure(400, "The messaging binding proxy address is not valid."));
        errors.put(50409, new Failure(400, "The address and the proxy address are the same."));
        errors.put(50411, new Failure(400, "The messaging binding address is empty."));
        errors.put(50412, new Failure(400, "The messaging binding proxy address is empty."));
        errors.put(50414, new Failure(400, "The address and the proxy address belong to different channels."));
        errors.put(50416, new Failure(409, "A binding of this address and proxy address exists already in conversation %s."));
        errors.put(50417, new Failure(400, "The conversation is full."));
        errors.put(50418, new Failure(400, "A conversation holds at most 50 participants that are not chat users."));
        errors.put(50421, new Failure(400, "LastReadMessageIndex is not a number."));
        errors.put(50425, new Failure(409, "A binding of one of these addresses and proxy addresses exists already in conversation %s."));
        errors.put(50426, new Failure(400, "Too many participants in one request."));
        errors.put(50433, new Failure(409, "The identity is a participant already."));
        errors.put(50434, new Failure(400, "A participant needs an identity, an address or a projected address."));
        errors.put(50436, new Failure(400, "A group text holds at most ten participants."));
        errors.put(50437, new Failure(409, "The address is a participant already."));
        errors.put(50438, new Failure(409, "The group text of these addresses exists already in conversation %s."));
        errors.put(50440, new Failure(400, "There is no proxy address to remove."));
        errors.put(50441, new Failure(400, "A proxy address cannot be added."));
        errors.put(50442, new Failure(400, "There is no projected address to remove."));
        errors.put(50443, new Failure(400, "A projected address cannot be added to a bound participant."));
        errors.put(50444, new Failure(400, "An identity cannot be added."));
        errors.put(50451, new Failure(400, "Give an identity or an address, not both."));
        errors.put(50504, new Failure(400, "The body is too long."));
        errors.put(50507, new Failure(404, "The media was not found."));
        errors.put(50508, new Failure(400, "The media belongs to another message."));
        errors.put(50509, new Failure(400, "The body of a message with media cannot change."));
        errors.put(50510, new Failure(400, "The media SID is not valid."));
        return Collections.unmodifiableMap(errors);
    }

    /** A map of names and values in turns, in that order. */
    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> map(Object... pairs) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (T) pairs[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
