// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A participant as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Participant(
        @JsonProperty("sid") String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("conversation_sid") String conversationSid,
        @JsonProperty("identity") String identity,
        @JsonProperty("attributes") String attributes,
        @JsonProperty("messaging_binding") Map<String, Object> messagingBinding,
        @JsonProperty("role_sid") String roleSid,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("url") String url,
        @JsonProperty("last_read_message_index") Long lastReadMessageIndex,
        @JsonProperty("last_read_timestamp") String lastReadTimestamp,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Participant[" + "sid=" + sid
                + ", accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid
                + ", conversationSid=" + conversationSid
                + ", roleSid=" + roleSid + "]";
    }
}
