// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A user conversation as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserConversation(
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("conversation_sid") String conversationSid,
        @JsonProperty("unread_messages_count") Long unreadMessagesCount,
        @JsonProperty("last_read_message_index") Long lastReadMessageIndex,
        @JsonProperty("participant_sid") String participantSid,
        @JsonProperty("user_sid") String userSid,
        @JsonProperty("friendly_name") String friendlyName,
        @JsonProperty("conversation_state") String conversationState,
        @JsonProperty("timers") Map<String, Object> timers,
        @JsonProperty("attributes") String attributes,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("created_by") String createdBy,
        @JsonProperty("notification_level") String notificationLevel,
        @JsonProperty("unique_name") String uniqueName,
        @JsonProperty("url") String url,
        @JsonProperty("links") Map<String, Object> links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "UserConversation[" + "accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid
                + ", conversationSid=" + conversationSid
                + ", participantSid=" + participantSid
                + ", userSid=" + userSid + "]";
    }
}
