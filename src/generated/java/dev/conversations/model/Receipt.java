// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A receipt as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        @JsonProperty("sid") String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("conversation_sid") String conversationSid,
        @JsonProperty("message_sid") String messageSid,
        @JsonProperty("channel_message_sid") String channelMessageSid,
        @JsonProperty("participant_sid") String participantSid,
        @JsonProperty("status") String status,
        @JsonProperty("error_code") Long errorCode,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("url") String url,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Receipt[" + "sid=" + sid
                + ", accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid
                + ", conversationSid=" + conversationSid
                + ", messageSid=" + messageSid
                + ", channelMessageSid=" + channelMessageSid
                + ", participantSid=" + participantSid + "]";
    }
}
