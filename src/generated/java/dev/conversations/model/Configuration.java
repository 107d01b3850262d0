// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A configuration as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Configuration(
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("default_chat_service_sid") String defaultChatServiceSid,
        @JsonProperty("default_messaging_service_sid") String defaultMessagingServiceSid,
        @JsonProperty("default_inactive_timer") String defaultInactiveTimer,
        @JsonProperty("default_closed_timer") String defaultClosedTimer,
        @JsonProperty("url") String url,
        @JsonProperty("links") Map<String, Object> links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Configuration[" + "accountSid=" + accountSid
                + ", defaultChatServiceSid=" + defaultChatServiceSid
                + ", defaultMessagingServiceSid=" + defaultMessagingServiceSid + "]";
    }
}
