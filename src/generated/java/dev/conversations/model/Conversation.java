// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A conversation as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversation(
        @JsonProperty("sid") String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("messaging_service_sid") String messagingServiceSid,
        @JsonProperty("friendly_name") String friendlyName,
        @JsonProperty("unique_name") String uniqueName,
        @JsonProperty("attributes") String attributes,
        @JsonProperty("state") String state,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("timers") Map<String, Object> timers,
        @JsonProperty("url") String url,
        @JsonProperty("links") Map<String, Object> links,
        @JsonProperty("bindings") Map<String, Object> bindings,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Conversation[" + "sid=" + sid
                + ", accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid
                + ", messagingServiceSid=" + messagingServiceSid + "]";
    }
}
