// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** A message as Twilio returns it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        @JsonProperty("sid") String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("chat_service_sid") String chatServiceSid,
        @JsonProperty("conversation_sid") String conversationSid,
        @JsonProperty("index") Long index,
        @JsonProperty("author") String author,
        @JsonProperty("body") String body,
        @JsonProperty("media") List<Map<String, Object>> media,
        @JsonProperty("attributes") String attributes,
        @JsonProperty("participant_sid") String participantSid,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("delivery") Map<String, Object> delivery,
        @JsonProperty("url") String url,
        @JsonProperty("links") Map<String, Object> links,
        @JsonProperty("content_sid") String contentSid,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Message[" + "sid=" + sid
                + ", accountSid=" + accountSid
                + ", chatServiceSid=" + chatServiceSid
                + ", conversationSid=" + conversationSid
                + ", participantSid=" + participantSid
                + ", contentSid=" + contentSid + "]";
    }
}
