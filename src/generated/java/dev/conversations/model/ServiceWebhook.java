// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** A service webhook as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceWebhook(
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("pre_webhook_url") String preWebhookUrl,
        @JsonProperty("post_webhook_url") String postWebhookUrl,
        @JsonProperty("filters") List<String> filters,
        @JsonProperty("method") String method,
        @JsonProperty("url") String url,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "ServiceWebhook[" + "accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid + "]";
    }
}
