// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A credential as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Credential(
        @JsonProperty("sid") String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("friendly_name") String friendlyName,
        @JsonProperty("type") String type,
        @JsonProperty("sandbox") String sandbox,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("url") String url,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Credential[" + "sid=" + sid
                + ", accountSid=" + accountSid + "]";
    }
}
