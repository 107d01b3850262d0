// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

/**
 * The parameters of events under the names that options of operations have, so that routes can say {@code ${body.friendlyName}}; null
 * where one was not sent.
 */
public interface EventFields {

    /** The first value of the parameter of that name, spelled as Twilio does; null when it was not sent. */
    String parameter(String name);

    /** {@code Author}. */
    default String author() {
        return parameter("Author");
    }

    /** {@code ChannelMessageSid}. */
    default String channelMessageSid() {
        return parameter("ChannelMessageSid");
    }

    /** {@code ChatServiceSid}. */
    default String chatServiceSid() {
        return parameter("ChatServiceSid");
    }

    /** {@code ConversationSid}. */
    default String conversationSid() {
        return parameter("ConversationSid");
    }

    /** {@code DeliveryReceiptSid}. */
    default String deliveryReceiptSid() {
        return parameter("DeliveryReceiptSid");
    }

    /** {@code ExternalUserId}. */
    default String externalUserId() {
        return parameter("ExternalUserId");
    }

    /** {@code FriendlyName}. */
    default String friendlyName() {
        return parameter("FriendlyName");
    }

    /** {@code Identity}. */
    default String identity() {
        return parameter("Identity");
    }

    /** {@code LastReadMessageIndex}. */
    default String lastReadMessageIndex() {
        return parameter("LastReadMessageIndex");
    }

    /** {@code MessageBody}. */
    default String messageBody() {
        return parameter("MessageBody");
    }

    /** {@code MessageSid}. */
    default String messageSid() {
        return parameter("MessageSid");
    }

    /** {@code MessagingBinding.Address}. */
    default String messagingBindingAddress() {
        return parameter("MessagingBinding.Address");
    }

    /** {@code MessagingBinding.AuthorAddress}. */
    default String messagingBindingAuthorAddress() {
        return parameter("MessagingBinding.AuthorAddress");
    }

    /** {@code MessagingBinding.Level}. */
    default String messagingBindingLevel() {
        return parameter("MessagingBinding.Level");
    }

    /** {@code MessagingBinding.Name}. */
    default String messagingBindingName() {
        return parameter("MessagingBinding.Name");
    }

    /** {@code MessagingBinding.ProjectedAddress}. */
    default String messagingBindingProjectedAddress() {
        return parameter("MessagingBinding.ProjectedAddress");
    }

    /** {@code MessagingBinding.ProxyAddress}. */
    default String messagingBindingProxyAddress() {
        return parameter("MessagingBinding.ProxyAddress");
    }

    /** {@code MessagingBinding.Type}. */
    default String messagingBindingType() {
        return parameter("MessagingBinding.Type");
    }

    /** {@code MessagingServiceSid}. */
    default String messagingServiceSid() {
        return parameter("MessagingServiceSid");
    }

    /** {@code ParentExternalUserId}. */
    default String parentExternalUserId() {
        return parameter("ParentExternalUserId");
    }

    /** {@code ParticipantSid}. */
    default String participantSid() {
        return parameter("ParticipantSid");
    }

    /** {@code Reason}. */
    default String reason() {
        return parameter("Reason");
    }

    /** {@code RoleSid}. */
    default String roleSid() {
        return parameter("RoleSid");
    }

    /** {@code State}. */
    default String state() {
        return parameter("State");
    }

    /** {@code StateFrom}. */
    default String stateFrom() {
        return parameter("StateFrom");
    }

    /** {@code StateTo}. */
    default String stateTo() {
        return parameter("StateTo");
    }

    /** {@code StateUpdated}. */
    default String stateUpdated() {
        return parameter("StateUpdated");
    }

    /** {@code Status}. */
    default String status() {
        return parameter("Status");
    }

    /** {@code UniqueName}. */
    default String uniqueName() {
        return parameter("UniqueName");
    }

    /** {@code UserSid}. */
    default String userSid() {
        return parameter("UserSid");
    }

    /** {@code isNotifiable}. */
    default String isNotifiable() {
        return parameter("isNotifiable");
    }

    /** {@code isOnline}. */
    default String isOnline() {
        return parameter("isOnline");
    }
}
