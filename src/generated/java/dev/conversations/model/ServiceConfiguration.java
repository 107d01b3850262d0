// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A service configuration as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceConfiguration(
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("default_conversation_creator_role_sid") String defaultConversationCreatorRoleSid,
        @JsonProperty("default_conversation_role_sid") String defaultConversationRoleSid,
        @JsonProperty("default_chat_service_role_sid") String defaultChatServiceRoleSid,
        @JsonProperty("url") String url,
        @JsonProperty("links") Map<String, Object> links,
        @JsonProperty("reachability_enabled") Boolean reachabilityEnabled,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "ServiceConfiguration[" + "chatServiceSid=" + chatServiceSid
                + ", defaultConversationCreatorRoleSid=" + defaultConversationCreatorRoleSid
                + ", defaultConversationRoleSid=" + defaultConversationRoleSid
                + ", defaultChatServiceRoleSid=" + defaultChatServiceRoleSid + "]";
    }
}
