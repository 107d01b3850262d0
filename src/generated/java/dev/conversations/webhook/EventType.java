// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events of which Twilio tells by webhook; others may come in time, so received ones are looked up by {@link #of}. */
public enum EventType {
    /** A conversation is about to be opened; may be renamed or refused. */
    ON_CONVERSATION_ADD("onConversationAdd", true, null, false, List.of("friendly_name"), List.of("FriendlyName", "UniqueName", "Attributes", "ChatServiceSid", "MessagingServiceSid", "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress", "MessagingBinding.AuthorAddress", "MessageBody", "Media", "State", "ExternalUserId", "ParentExternalUserId")),
    /** A conversation was opened. */
    ON_CONVERSATION_ADDED("onConversationAdded", false, "com.twilio.conversations.conversation.added", false, List.of(), List.of("ConversationSid", "DateCreated", "DateUpdated", "FriendlyName", "UniqueName", "Attributes", "ChatServiceSid", "MessagingServiceSid", "State", "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress", "MessagingBinding.AuthorAddress", "ExternalUserId", "ParentExternalUserId")),
    /** A conversation is about to change; may be renamed or refused. */
    ON_CONVERSATION_UPDATE("onConversationUpdate", true, null, false, List.of("friendly_name"), List.of("ConversationSid", "DateCreated", "DateUpdated", "FriendlyName", "UniqueName", "Attributes", "ChatServiceSid", "MessagingServiceSid", "State")),
    /** A conversation changed. */
    ON_CONVERSATION_UPDATED("onConversationUpdated", false, "com.twilio.conversations.conversation.updated", true, List.of(), List.of("ConversationSid", "DateCreated", "DateUpdated", "FriendlyName", "UniqueName", "Attributes", "ChatServiceSid", "MessagingServiceSid", "State")),
    /** A conversation is about to be deleted; may be refused. */
    ON_CONVERSATION_REMOVE("onConversationRemove", true, null, false, List.of(), List.of("ConversationSid", "DateCreated", "DateUpdated", "FriendlyName", "UniqueName", "Attributes", "ChatServiceSid", "MessagingServiceSid", "State")),
    /** A conversation was deleted. */
    ON_CONVERSATION_REMOVED("onConversationRemoved", false, "com.twilio.conversations.conversation.removed", true, List.of(), List.of("ConversationSid", "DateCreated", "DateUpdated", "DateRemoved", "FriendlyName", "UniqueName", "Attributes", "ChatServiceSid", "MessagingServiceSid", "State")),
    /** A conversation turned active, inactive or closed. */
    ON_CONVERSATION_STATE_UPDATED("onConversationStateUpdated", false, "com.twilio.conversations.conversation-state.updated", true, List.of(), List.of("ChatServiceSid", "StateUpdated", "StateFrom", "StateTo", "ConversationSid", "Reason", "MessagingServiceSid")),
    /** A message is about to be published; may be changed or refused. */
    ON_MESSAGE_ADD("onMessageAdd", true, null, false, List.of("body", "author", "attributes"), List.of("ConversationSid", "Body", "Author", "ParticipantSid", "Attributes", "Media", "ChatServiceSid", "ExternalUserId", "ParentExternalUserId")),
    /** A message was published. */
    ON_MESSAGE_ADDED("onMessageAdded", false, "com.twilio.conversations.message.added", true, List.of(), List.of("ConversationSid", "MessageSid", "MessagingServiceSid", "Index", "DateCreated", "Body", "Author", "ParticipantSid", "Attributes", "Media", "ChatServiceSid", "ExternalUserId", "ParentExternalUserId")),
    /** A message is about to change; may be changed further or refused. */
    ON_MESSAGE_UPDATE("onMessageUpdate", true, null, false, List.of("body", "author", "attributes"), List.of("ConversationSid", "MessageSid", "Index", "DateCreated", "DateUpdated", "Body", "Author", "ParticipantSid", "Attributes", "Media")),
    /** A message changed. */
    ON_MESSAGE_UPDATED("onMessageUpdated", false, "com.twilio.conversations.message.updated", true, List.of(), List.of("ConversationSid", "MessageSid", "Index", "DateCreated", "DateUpdated", "Body", "Author", "ParticipantSid", "Attributes", "Media")),
    /** A message is about to be deleted; may be refused. */
    ON_MESSAGE_REMOVE("onMessageRemove", true, null, false, List.of(), List.of("ConversationSid", "MessageSid", "Index", "DateCreated", "DateUpdated", "Body", "Author", "ParticipantSid", "Attributes", "Media")),
    /** A message was deleted. */
    ON_MESSAGE_REMOVED("onMessageRemoved", false, "com.twilio.conversations.message.removed", true, List.of(), List.of("ConversationSid", "MessageSid", "Index", "DateCreated", "DateUpdated", "DateRemoved", "Body", "Author", "ParticipantSid", "Attributes", "Media")),
    /** A participant is about to join; may be refused. */
    ON_PARTICIPANT_ADD("onParticipantAdd", true, null, false, List.of(), List.of("ConversationSid", "Identity", "RoleSid", "Attributes", "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress", "MessagingBinding.Type")),
    /** A participant joined. */
    ON_PARTICIPANT_ADDED("onParticipantAdded", false, "com.twilio.conversations.participant.added", true, List.of(), List.of("ConversationSid", "ParticipantSid", "DateCreated", "Identity", "RoleSid", "Attributes", "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress", "MessagingBinding.Type", "ChatServiceSid", "MessagingBinding.Level", "MessagingBinding.Name")),
    /** A participant is about to change; may be refused. */
    ON_PARTICIPANT_UPDATE("onParticipantUpdate", true, null, false, List.of(), List.of("ConversationSid", "ParticipantSid", "DateCreated", "DateUpdated", "Identity", "RoleSid", "Attributes", "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress", "MessagingBinding.Type")),
    /** A participant changed. */
    ON_PARTICIPANT_UPDATED("onParticipantUpdated", false, "com.twilio.conversations.participant.updated", true, List.of(), List.of("ConversationSid", "ParticipantSid", "DateCreated", "DateUpdated", "Identity", "RoleSid", "Attributes", "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress", "MessagingBinding.Type", "LastReadMessageIndex")),
    /** A participant is about to leave; may be refused. */
    ON_PARTICIPANT_REMOVE("onParticipantRemove", true, null, false, List.of(), List.of("ConversationSid", "ParticipantSid", "DateCreated", "DateUpdated", "Identity", "RoleSid", "Attributes", "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress", "MessagingBinding.Type")),
    /** A participant left. */
    ON_PARTICIPANT_REMOVED("onParticipantRemoved", false, "com.twilio.conversations.participant.removed", true, List.of(), List.of("ConversationSid", "ParticipantSid", "DateCreated", "DateUpdated", "DateRemoved", "Identity", "RoleSid", "Attributes", "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress", "MessagingBinding.Type")),
    /** A message made progress towards a recipient, or failed to reach one. */
    ON_DELIVERY_UPDATED("onDeliveryUpdated", false, null, true, List.of(), List.of("ConversationSid", "ChatServiceSid", "MessageSid", "DeliveryReceiptSid", "ChannelMessageSid", "ParticipantSid", "Status", "ErrorCode", "DateCreated", "DateUpdated")),
    /** A user was made. */
    ON_USER_ADDED("onUserAdded", false, "com.twilio.conversations.user.added", false, List.of(), List.of("ChatServiceSid", "UserSid", "DateCreated", "Identity", "RoleSid", "Attributes", "FriendlyName")),
    /** A user is about to change; may be refused. */
    ON_USER_UPDATE("onUserUpdate", true, null, false, List.of(), List.of("ChatServiceSid", "UserSid", "DateUpdated", "Identity", "RoleSid", "Attributes", "FriendlyName")),
    /** A user changed. */
    ON_USER_UPDATED("onUserUpdated", false, "com.twilio.conversations.user.updated", false, List.of(), List.of("ChatServiceSid", "UserSid", "DateCreated", "DateUpdated", "Identity", "RoleSid", "Attributes", "FriendlyName", "isOnline", "isNotifiable"));

    private static final Map<String, EventType> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::event, Function.identity()));

    private final String event;
    private final boolean before;
    private final String stream;
    private final boolean scoped;
    private final List<String> changes;
    private final List<String> parameters;

    EventType(
            String event, boolean before, String stream, boolean scoped, List<String> changes, List<String> parameters) {
        this.event = event;
        this.before = before;
        this.stream = stream;
        this.scoped = scoped;
        this.changes = changes;
        this.parameters = parameters;
    }

    /** The type of that name, unless it is unknown here. */
    public static Optional<EventType> of(String event) {
        return Optional.ofNullable(event).map(BY_NAME::get);
    }

    /** Twilio's name, such as {@code onMessageAdded}. */
    public String event() {
        return event;
    }

    /** Whether Twilio asks before it acts and waits for the answer (a pre-action event). */
    public boolean before() {
        return before;
    }

    /** The type in Event Streams; null when it has none. */
    public String stream() {
        return stream;
    }

    /** Whether a webhook of a single conversation can receive it. */
    public boolean scoped() {
        return scoped;
    }

    /** The fields that the answer to a pre-action event may set. */
    public List<String> changes() {
        return changes;
    }

    /** The parameter that always names what it is about; null for what has no SID yet. */
    public String sid() {
        return sids().stream().findFirst().orElse(null);
    }

    /** The parameters that always name what it is about and where that is; none for what has no SID yet. */
    public List<String> sids() {
        return Stream.of("DeliveryReceiptSid", "MessageSid", "UserSid", "ParticipantSid", "ConversationSid")
                .filter(parameters::contains)
                .filter(sid -> !sid.equals("ParticipantSid") || event.startsWith("onParticipant")).toList();
    }

    /** The parameters known to come with it; others may come in time. */
    public List<String> parameters() {
        return parameters;
    }
}
