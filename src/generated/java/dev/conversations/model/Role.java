// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** A role as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Role(
        @JsonProperty("sid") String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("friendly_name") String friendlyName,
        @JsonProperty("type") String type,
        @JsonProperty("permissions") List<String> permissions,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("url") String url,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Role[" + "sid=" + sid
                + ", accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid + "]";
    }
}
