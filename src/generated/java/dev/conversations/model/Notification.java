// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A notification as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notification(
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("new_message") Map<String, Object> newMessage,
        @JsonProperty("added_to_conversation") Map<String, Object> addedToConversation,
        @JsonProperty("removed_from_conversation") Map<String, Object> removedFromConversation,
        @JsonProperty("log_enabled") Boolean logEnabled,
        @JsonProperty("url") String url,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Notification[" + "accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid + "]";
    }
}
