// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

import dev.conversations.api.operation.Option.Place;
import dev.conversations.api.operation.Option.Trait;
import dev.conversations.api.operation.Option.Type;
import dev.conversations.model.Address;
import dev.conversations.model.Binding;
import dev.conversations.model.Configuration;
import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.model.Conversation;
import dev.conversations.model.Credential;
import dev.conversations.model.Media;
import dev.conversations.model.Message;
import dev.conversations.model.Notification;
import dev.conversations.model.Participant;
import dev.conversations.model.ParticipantConversation;
import dev.conversations.model.Receipt;
import dev.conversations.model.Role;
import dev.conversations.model.Service;
import dev.conversations.model.ServiceConfiguration;
import dev.conversations.model.ServiceWebhook;
import dev.conversations.model.User;
import dev.conversations.model.UserConversation;
import dev.conversations.model.Webhook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every operation of the API. */
public final class Operations {

    private static final Map<String, Operation> ALL = table(rows());
    private static final Map<String, Operation> MEDIA = table(media());

    private Operations() {}

    /** All operations by name, in the order of the model. */
    public static Map<String, Operation> all() {
        return ALL;
    }

    /** What the media service does, which is no part of the API but goes with it; by name. */
    public static Map<String, Operation> ofMedia() {
        return MEDIA;
    }

    /** The operation {@code resource/method} of the API or the media service, if there is one. */
    public static Optional<Operation> find(String resource, String method) {
        String name = resource + "/" + method;
        return Optional.ofNullable(ALL.getOrDefault(name, MEDIA.get(name)));
    }

    private static List<Operation> rows() {
        List<Operation> rows = new ArrayList<>();
        Resource resource;

        resource = new Resource("addresses", Scope.ACCOUNT, Address.class, "address_configurations", 50);
        rows.add(new Operation(resource, "create", Verb.POST, "/Configuration/Addresses", List.of(
                option("type", "Type", Place.FORM, Type.STRING, List.of("sms", "whatsapp", "messenger", "gbm", "email", "rcs", "apple", "chat"), null, Trait.REQUIRED),
                option("address", "Address", Place.FORM, Type.STRING, List.of(), null, Trait.REQUIRED, Trait.PERSONAL, Trait.ADDRESS),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("autoCreationEnabled", "AutoCreation.Enabled", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("autoCreationType", "AutoCreation.Type", Place.FORM, Type.STRING, List.of("webhook", "studio", "default"), null),
                option("autoCreationConversationServiceSid", "AutoCreation.ConversationServiceSid", Place.FORM, Type.STRING, List.of(), "IS"),
                option("autoCreationWebhookUrl", "AutoCreation.WebhookUrl", Place.FORM, Type.STRING, List.of(), null),
                option("autoCreationWebhookMethod", "AutoCreation.WebhookMethod", Place.FORM, Type.STRING, List.of("get", "post"), null),
                option("autoCreationWebhookFilters", "AutoCreation.WebhookFilters", Place.FORM, Type.LIST, List.of(), null),
                option("autoCreationStudioFlowSid", "AutoCreation.StudioFlowSid", Place.FORM, Type.STRING, List.of(), "FW"),
                option("autoCreationStudioRetryCount", "AutoCreation.StudioRetryCount", Place.FORM, Type.INTEGER, List.of(), null),
                option("addressCountry", "AddressCountry", Place.FORM, Type.STRING, List.of(), null)), "address", null, List.of(new Trail("address", "addresses/list"))));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Configuration/Addresses/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "IG", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Configuration/Addresses/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "IG", Trait.REQUIRED),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("autoCreationEnabled", "AutoCreation.Enabled", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("autoCreationType", "AutoCreation.Type", Place.FORM, Type.STRING, List.of("webhook", "studio", "default"), null),
                option("autoCreationConversationServiceSid", "AutoCreation.ConversationServiceSid", Place.FORM, Type.STRING, List.of(), "IS"),
                option("autoCreationWebhookUrl", "AutoCreation.WebhookUrl", Place.FORM, Type.STRING, List.of(), null),
                option("autoCreationWebhookMethod", "AutoCreation.WebhookMethod", Place.FORM, Type.STRING, List.of("get", "post"), null),
                option("autoCreationWebhookFilters", "AutoCreation.WebhookFilters", Place.FORM, Type.LIST, List.of(), null),
                option("autoCreationStudioFlowSid", "AutoCreation.StudioFlowSid", Place.FORM, Type.STRING, List.of(), "FW"),
                option("autoCreationStudioRetryCount", "AutoCreation.StudioRetryCount", Place.FORM, Type.INTEGER, List.of(), null)), null, null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Configuration/Addresses/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "IG", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Configuration/Addresses", List.of(
                option("type", "Type", Place.QUERY, Type.STRING, List.of("sms", "whatsapp", "messenger", "gbm", "email", "rcs", "apple", "chat"), null),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("bindings", Scope.SERVICE, Binding.class, "bindings", 100);
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Bindings/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "BS", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Bindings/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "BS", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Bindings", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED),
                option("bindingType", "BindingType", Place.QUERY, Type.LIST, List.of("apn", "gcm", "fcm", "twilsock"), null),
                option("identity", "Identity", Place.QUERY, Type.LIST, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("configuration", Scope.ACCOUNT, Configuration.class, null, 0);
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Configuration", List.of(), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Configuration", List.of(
                option("defaultChatServiceSid", "DefaultChatServiceSid", Place.FORM, Type.STRING, List.of(), "IS"),
                option("defaultMessagingServiceSid", "DefaultMessagingServiceSid", Place.FORM, Type.STRING, List.of(), "MG"),
                option("defaultInactiveTimer", "DefaultInactiveTimer", Place.FORM, Type.DURATION, List.of(), null),
                option("defaultClosedTimer", "DefaultClosedTimer", Place.FORM, Type.DURATION, List.of(), null)), null, null, List.of()));

        resource = new Resource("configuration-webhooks", Scope.ACCOUNT, ConfigurationWebhook.class, null, 0);
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Configuration/Webhooks", List.of(), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Configuration/Webhooks", List.of(
                option("method", "Method", Place.FORM, Type.STRING, List.of("GET", "POST"), null),
                option("filters", "Filters", Place.FORM, Type.LIST, List.of(), null),
                option("preWebhookUrl", "PreWebhookUrl", Place.FORM, Type.STRING, List.of(), null),
                option("postWebhookUrl", "PostWebhookUrl", Place.FORM, Type.STRING, List.of(), null),
                option("target", "Target", Place.FORM, Type.STRING, List.of("webhook", "flex"), null)), null, null, List.of()));

        resource = new Resource("conversations", Scope.BOTH, Conversation.class, "conversations", 100);
        rows.add(new Operation(resource, "create", Verb.POST, "/Conversations", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("uniqueName", "UniqueName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("dateCreated", "DateCreated", Place.FORM, Type.DATETIME, List.of(), null),
                option("dateUpdated", "DateUpdated", Place.FORM, Type.DATETIME, List.of(), null),
                option("messagingServiceSid", "MessagingServiceSid", Place.FORM, Type.STRING, List.of(), "MG"),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("state", "State", Place.FORM, Type.STRING, List.of("initializing", "inactive", "active", "closed"), null),
                option("timersInactive", "Timers.Inactive", Place.FORM, Type.DURATION, List.of(), null),
                option("timersClosed", "Timers.Closed", Place.FORM, Type.DURATION, List.of(), null),
                option("bindingsEmailAddress", "Bindings.Email.Address", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("bindingsEmailName", "Bindings.Email.Name", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), "friendlyName", null, List.of(new Trail("uniqueName", "conversations/fetch"))));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Conversations/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Conversations/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("dateCreated", "DateCreated", Place.FORM, Type.DATETIME, List.of(), null),
                option("dateUpdated", "DateUpdated", Place.FORM, Type.DATETIME, List.of(), null),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("messagingServiceSid", "MessagingServiceSid", Place.FORM, Type.STRING, List.of(), "MG"),
                option("state", "State", Place.FORM, Type.STRING, List.of("initializing", "inactive", "active", "closed"), null),
                option("timersInactive", "Timers.Inactive", Place.FORM, Type.DURATION, List.of(), null),
                option("timersClosed", "Timers.Closed", Place.FORM, Type.DURATION, List.of(), null),
                option("uniqueName", "UniqueName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("bindingsEmailAddress", "Bindings.Email.Address", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("bindingsEmailName", "Bindings.Email.Name", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), "friendlyName", null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Conversations/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Conversations", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("startDate", "StartDate", Place.QUERY, Type.STRING, List.of(), null),
                option("endDate", "EndDate", Place.QUERY, Type.STRING, List.of(), null),
                option("state", "State", Place.QUERY, Type.STRING, List.of("initializing", "inactive", "active", "closed"), null),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("conversation-with-participants", Scope.BOTH, Conversation.class, null, 0);
        rows.add(new Operation(resource, "create", Verb.POST, "/ConversationWithParticipants", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("uniqueName", "UniqueName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("dateCreated", "DateCreated", Place.FORM, Type.DATETIME, List.of(), null),
                option("dateUpdated", "DateUpdated", Place.FORM, Type.DATETIME, List.of(), null),
                option("messagingServiceSid", "MessagingServiceSid", Place.FORM, Type.STRING, List.of(), "MG"),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("state", "State", Place.FORM, Type.STRING, List.of("initializing", "inactive", "active", "closed"), null),
                option("timersInactive", "Timers.Inactive", Place.FORM, Type.DURATION, List.of(), null),
                option("timersClosed", "Timers.Closed", Place.FORM, Type.DURATION, List.of(), null),
                option("bindingsEmailAddress", "Bindings.Email.Address", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("bindingsEmailName", "Bindings.Email.Name", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("participant", "Participant", Place.FORM, Type.JSON_LIST, List.of(), null, Trait.PERSONAL),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), "participant", null, List.of(new Trail("uniqueName", "conversations/fetch"))));

        resource = new Resource("credentials", Scope.ACCOUNT, Credential.class, "credentials", 100);
        rows.add(new Operation(resource, "create", Verb.POST, "/Credentials", List.of(
                option("type", "Type", Place.FORM, Type.STRING, List.of("apn", "gcm", "fcm"), null, Trait.REQUIRED),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("certificate", "Certificate", Place.FORM, Type.STRING, List.of(), null, Trait.SECRET),
                option("privateKey", "PrivateKey", Place.FORM, Type.STRING, List.of(), null, Trait.SECRET),
                option("sandbox", "Sandbox", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("apiKey", "ApiKey", Place.FORM, Type.STRING, List.of(), null, Trait.SECRET),
                option("secret", "Secret", Place.FORM, Type.STRING, List.of(), null, Trait.SECRET)), null, null, List.of()));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Credentials/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "CR", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Credentials/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "CR", Trait.REQUIRED),
                option("type", "Type", Place.FORM, Type.STRING, List.of("apn", "gcm", "fcm"), null),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("certificate", "Certificate", Place.FORM, Type.STRING, List.of(), null, Trait.SECRET),
                option("privateKey", "PrivateKey", Place.FORM, Type.STRING, List.of(), null, Trait.SECRET),
                option("sandbox", "Sandbox", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("apiKey", "ApiKey", Place.FORM, Type.STRING, List.of(), null, Trait.SECRET),
                option("secret", "Secret", Place.FORM, Type.STRING, List.of(), null, Trait.SECRET)), null, null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Credentials/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "CR", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Credentials", List.of(
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("messages", Scope.BOTH, Message.class, "messages", 100);
        rows.add(new Operation(resource, "create", Verb.POST, "/Conversations/{conversationSid}/Messages", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("author", "Author", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("body", "Body", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("dateCreated", "DateCreated", Place.FORM, Type.DATETIME, List.of(), null),
                option("dateUpdated", "DateUpdated", Place.FORM, Type.DATETIME, List.of(), null),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("mediaSid", "MediaSid", Place.FORM, Type.STRING, List.of(), "ME"),
                option("contentSid", "ContentSid", Place.FORM, Type.STRING, List.of(), "HX"),
                option("contentVariables", "ContentVariables", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("subject", "Subject", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), "body", null, List.of(new Trail("attributes", "messages/list"))));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Conversations/{conversationSid}/Messages/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "IM", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Conversations/{conversationSid}/Messages/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "IM", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("author", "Author", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("body", "Body", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("dateCreated", "DateCreated", Place.FORM, Type.DATETIME, List.of(), null),
                option("dateUpdated", "DateUpdated", Place.FORM, Type.DATETIME, List.of(), null),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("subject", "Subject", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), "body", null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Conversations/{conversationSid}/Messages/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "IM", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Conversations/{conversationSid}/Messages", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("order", "Order", Place.QUERY, Type.STRING, List.of("asc", "desc"), null),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, "index", List.of()));

        resource = new Resource("notifications", Scope.SERVICE, Notification.class, null, 0);
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Configuration/Notifications", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Configuration/Notifications", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED),
                option("logEnabled", "LogEnabled", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("newMessageEnabled", "NewMessage.Enabled", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("newMessageTemplate", "NewMessage.Template", Place.FORM, Type.STRING, List.of(), null),
                option("newMessageSound", "NewMessage.Sound", Place.FORM, Type.STRING, List.of(), null),
                option("newMessageBadgeCountEnabled", "NewMessage.BadgeCountEnabled", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("addedToConversationEnabled", "AddedToConversation.Enabled", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("addedToConversationTemplate", "AddedToConversation.Template", Place.FORM, Type.STRING, List.of(), null),
                option("addedToConversationSound", "AddedToConversation.Sound", Place.FORM, Type.STRING, List.of(), null),
                option("removedFromConversationEnabled", "RemovedFromConversation.Enabled", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("removedFromConversationTemplate", "RemovedFromConversation.Template", Place.FORM, Type.STRING, List.of(), null),
                option("removedFromConversationSound", "RemovedFromConversation.Sound", Place.FORM, Type.STRING, List.of(), null),
                option("newMessageWithMediaEnabled", "NewMessage.WithMedia.Enabled", Place.FORM, Type.BOOLEAN, List.of(), null),
                option("newMessageWithMediaTemplate", "NewMessage.WithMedia.Template", Place.FORM, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("participant-conversations", Scope.BOTH, ParticipantConversation.class, "conversations", 50);
        rows.add(new Operation(resource, "list", Verb.GET, "/ParticipantConversations", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("identity", "Identity", Place.QUERY, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("address", "Address", Place.QUERY, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("participants", Scope.BOTH, Participant.class, "participants", 100);
        rows.add(new Operation(resource, "create", Verb.POST, "/Conversations/{conversationSid}/Participants", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("identity", "Identity", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("messagingBindingAddress", "MessagingBinding.Address", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("messagingBindingProxyAddress", "MessagingBinding.ProxyAddress", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("dateCreated", "DateCreated", Place.FORM, Type.DATETIME, List.of(), null),
                option("dateUpdated", "DateUpdated", Place.FORM, Type.DATETIME, List.of(), null),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("messagingBindingProjectedAddress", "MessagingBinding.ProjectedAddress", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("roleSid", "RoleSid", Place.FORM, Type.STRING, List.of(), "RL"),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), "identity", null, List.of(new Trail("identity", "participants/fetch"), new Trail("messagingBindingAddress", "participants/list"))));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Conversations/{conversationSid}/Participants/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "MB", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Conversations/{conversationSid}/Participants/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "MB", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("dateCreated", "DateCreated", Place.FORM, Type.DATETIME, List.of(), null),
                option("dateUpdated", "DateUpdated", Place.FORM, Type.DATETIME, List.of(), null),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("roleSid", "RoleSid", Place.FORM, Type.STRING, List.of(), "RL"),
                option("messagingBindingProxyAddress", "MessagingBinding.ProxyAddress", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("messagingBindingProjectedAddress", "MessagingBinding.ProjectedAddress", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("identity", "Identity", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL, Trait.ADDRESS),
                option("lastReadMessageIndex", "LastReadMessageIndex", Place.FORM, Type.INTEGER, List.of(), null),
                option("lastReadTimestamp", "LastReadTimestamp", Place.FORM, Type.DATETIME, List.of(), null),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), null, null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Conversations/{conversationSid}/Participants/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "MB", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Conversations/{conversationSid}/Participants", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("receipts", Scope.BOTH, Receipt.class, "delivery_receipts", 50);
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Conversations/{conversationSid}/Messages/{messageSid}/Receipts/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("messageSid", "MessageSid", Place.PATH, Type.STRING, List.of(), "IM", Trait.REQUIRED),
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "DY", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Conversations/{conversationSid}/Messages/{messageSid}/Receipts", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("messageSid", "MessageSid", Place.PATH, Type.STRING, List.of(), "IM", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("roles", Scope.BOTH, Role.class, "roles", 50);
        rows.add(new Operation(resource, "create", Verb.POST, "/Roles", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.REQUIRED, Trait.PERSONAL),
                option("type", "Type", Place.FORM, Type.STRING, List.of("conversation", "service"), null, Trait.REQUIRED),
                option("permission", "Permission", Place.FORM, Type.LIST, List.of(), null, Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Roles/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "RL", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Roles/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "RL", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("permission", "Permission", Place.FORM, Type.LIST, List.of(), null, Trait.REQUIRED)), "permission", null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Roles/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "RL", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Roles", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("service-configuration", Scope.SERVICE, ServiceConfiguration.class, null, 0);
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Configuration", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Configuration", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED),
                option("defaultConversationCreatorRoleSid", "DefaultConversationCreatorRoleSid", Place.FORM, Type.STRING, List.of(), "RL"),
                option("defaultConversationRoleSid", "DefaultConversationRoleSid", Place.FORM, Type.STRING, List.of(), "RL"),
                option("defaultChatServiceRoleSid", "DefaultChatServiceRoleSid", Place.FORM, Type.STRING, List.of(), "RL"),
                option("reachabilityEnabled", "ReachabilityEnabled", Place.FORM, Type.BOOLEAN, List.of(), null)), null, null, List.of()));

        resource = new Resource("service-webhooks", Scope.SERVICE, ServiceWebhook.class, null, 0);
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Configuration/Webhooks", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Configuration/Webhooks", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED),
                option("preWebhookUrl", "PreWebhookUrl", Place.FORM, Type.STRING, List.of(), null),
                option("postWebhookUrl", "PostWebhookUrl", Place.FORM, Type.STRING, List.of(), null),
                option("filters", "Filters", Place.FORM, Type.LIST, List.of(), null),
                option("method", "Method", Place.FORM, Type.STRING, List.of("GET", "POST"), null)), null, null, List.of()));

        resource = new Resource("services", Scope.ACCOUNT, Service.class, "services", 100);
        rows.add(new Operation(resource, "create", Verb.POST, "/Services", List.of(
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.REQUIRED, Trait.PERSONAL)), "friendlyName", null, List.of()));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Services/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Services/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Services", List.of(
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("user-conversations", Scope.BOTH, UserConversation.class, "conversations", 50);
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Users/{userSid}/Conversations/{conversationSid}", List.of(
                named("userSid", "UserSid", Place.PATH, Type.STRING, List.of(), "US", Trait.REQUIRED),
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Users/{userSid}/Conversations/{conversationSid}", List.of(
                named("userSid", "UserSid", Place.PATH, Type.STRING, List.of(), "US", Trait.REQUIRED),
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("notificationLevel", "NotificationLevel", Place.FORM, Type.STRING, List.of("default", "muted"), null),
                option("lastReadTimestamp", "LastReadTimestamp", Place.FORM, Type.DATETIME, List.of(), null),
                option("lastReadMessageIndex", "LastReadMessageIndex", Place.FORM, Type.INTEGER, List.of(), null)), null, null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Users/{userSid}/Conversations/{conversationSid}", List.of(
                named("userSid", "UserSid", Place.PATH, Type.STRING, List.of(), "US", Trait.REQUIRED),
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Users/{userSid}/Conversations", List.of(
                named("userSid", "UserSid", Place.PATH, Type.STRING, List.of(), "US", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("users", Scope.BOTH, User.class, "users", 50);
        rows.add(new Operation(resource, "create", Verb.POST, "/Users", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("identity", "Identity", Place.FORM, Type.STRING, List.of(), null, Trait.REQUIRED, Trait.PERSONAL, Trait.ADDRESS),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("roleSid", "RoleSid", Place.FORM, Type.STRING, List.of(), "RL"),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), "identity", null, List.of(new Trail("identity", "users/fetch"))));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Users/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "US", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Users/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "US", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("friendlyName", "FriendlyName", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL),
                option("attributes", "Attributes", Place.FORM, Type.JSON, List.of(), null, Trait.PERSONAL),
                option("roleSid", "RoleSid", Place.FORM, Type.STRING, List.of(), "RL"),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), "friendlyName", null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Users/{sid}", List.of(
                named("sid", "Sid", Place.PATH, Type.STRING, List.of(), "US", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("webhookEnabled", "X-Twilio-Webhook-Enabled", Place.HEADER, Type.BOOLEAN, List.of(), null)), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Users", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        resource = new Resource("webhooks", Scope.BOTH, Webhook.class, "webhooks", 5);
        rows.add(new Operation(resource, "create", Verb.POST, "/Conversations/{conversationSid}/Webhooks", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("target", "Target", Place.FORM, Type.STRING, List.of("webhook", "trigger", "studio"), null, Trait.REQUIRED),
                option("configurationUrl", "Configuration.Url", Place.FORM, Type.STRING, List.of(), null),
                option("configurationMethod", "Configuration.Method", Place.FORM, Type.STRING, List.of("get", "post"), null),
                option("configurationFilters", "Configuration.Filters", Place.FORM, Type.LIST, List.of(), null),
                option("configurationTriggers", "Configuration.Triggers", Place.FORM, Type.LIST, List.of(), null),
                option("configurationFlowSid", "Configuration.FlowSid", Place.FORM, Type.STRING, List.of(), "FW"),
                option("configurationReplayAfter", "Configuration.ReplayAfter", Place.FORM, Type.INTEGER, List.of(), null)), "configurationUrl", null, List.of()));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Conversations/{conversationSid}/Webhooks/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "WH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "update", Verb.POST, "/Conversations/{conversationSid}/Webhooks/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "WH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("configurationUrl", "Configuration.Url", Place.FORM, Type.STRING, List.of(), null),
                option("configurationMethod", "Configuration.Method", Place.FORM, Type.STRING, List.of("get", "post"), null),
                option("configurationFilters", "Configuration.Filters", Place.FORM, Type.LIST, List.of(), null),
                option("configurationTriggers", "Configuration.Triggers", Place.FORM, Type.LIST, List.of(), null),
                option("configurationFlowSid", "Configuration.FlowSid", Place.FORM, Type.STRING, List.of(), "FW")), "configurationUrl", null, List.of()));
        rows.add(new Operation(resource, "delete", Verb.DELETE, "/Conversations/{conversationSid}/Webhooks/{sid}", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "WH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS")), null, null, List.of()));
        rows.add(new Operation(resource, "list", Verb.GET, "/Conversations/{conversationSid}/Webhooks", List.of(
                named("conversationSid", "ConversationSid", Place.PATH, Type.STRING, List.of(), "CH", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS"),
                option("pageSize", "PageSize", Place.QUERY, Type.INTEGER, List.of(), null),
                option("page", "Page", Place.QUERY, Type.INTEGER, List.of(), null),
                option("pageToken", "PageToken", Place.QUERY, Type.STRING, List.of(), null)), null, null, List.of()));

        return rows;
    }

    private static List<Operation> media() {
        List<Operation> rows = new ArrayList<>();
        Resource resource;

        resource = new Resource("media", Scope.SERVICE, Media.class, null, 0);
        rows.add(new Operation(resource, "upload", Verb.POST, "/Media", List.of(
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED),
                option("contentType", "ContentType", Place.FORM, Type.STRING, List.of(), null),
                option("filename", "Filename", Place.FORM, Type.STRING, List.of(), null, Trait.PERSONAL)), null, null, List.of()));
        rows.add(new Operation(resource, "fetch", Verb.GET, "/Media/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "ME", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED)), null, null, List.of()));
        rows.add(new Operation(resource, "download", Verb.GET, "/Media/{sid}", List.of(
                option("sid", "Sid", Place.PATH, Type.STRING, List.of(), "ME", Trait.REQUIRED),
                option("chatServiceSid", "ChatServiceSid", Place.PATH, Type.STRING, List.of(), "IS", Trait.REQUIRED),
                option("maxSize", "MaxSize", Place.QUERY, Type.INTEGER, List.of(), null)), null, null, List.of()));

        return rows;
    }

    private static Map<String, Operation> table(List<Operation> rows) {
        Map<String, Operation> table = new LinkedHashMap<>();
        rows.forEach(row -> table.put(row.name(), row));
        return Collections.unmodifiableMap(table);
    }

    private static Option option(
            String name, String wire, Place place, Type type, List<String> values, String prefix, Trait... traits) {
        return new Option(name, wire, place, type, all(traits), values, prefix, null);
    }

    private static Option named(
            String name, String wire, Place place, Type type, List<String> values, String prefix, Trait... traits) {
        return new Option(name, wire, place, type, all(traits), values, null, prefix);
    }

    private static Set<Trait> all(Trait... traits) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        Collections.addAll(all, traits);
        return Collections.unmodifiableSet(all);
    }
}
