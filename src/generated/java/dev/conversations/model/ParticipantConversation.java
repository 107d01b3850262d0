// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A participant conversation as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParticipantConversation(
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("participant_sid") String participantSid,
        @JsonProperty("participant_user_sid") String participantUserSid,
        @JsonProperty("participant_identity") String participantIdentity,
        @JsonProperty("participant_messaging_binding") Map<String, Object> participantMessagingBinding,
        @JsonProperty("conversation_sid") String conversationSid,
        @JsonProperty("conversation_unique_name") String conversationUniqueName,
        @JsonProperty("conversation_friendly_name") String conversationFriendlyName,
        @JsonProperty("conversation_attributes") String conversationAttributes,
        @JsonProperty("conversation_date_created") String conversationDateCreated,
        @JsonProperty("conversation_date_updated") String conversationDateUpdated,
        @JsonProperty("conversation_created_by") String conversationCreatedBy,
        @JsonProperty("conversation_state") String conversationState,
        @JsonProperty("conversation_timers") Map<String, Object> conversationTimers,
        @JsonProperty("links") Map<String, Object> links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "ParticipantConversation[" + "accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid
                + ", participantSid=" + participantSid
                + ", participantUserSid=" + participantUserSid
                + ", conversationSid=" + conversationSid + "]";
    }
}
