// SPDX-License-Identifier: Apache-2.0
package dev.conversations.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A file as Twilio's media service describes it. {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Media(
        @JsonProperty("sid") String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("service_sid") String serviceSid,
        @JsonProperty("channel_sid") String channelSid,
        @JsonProperty("message_sid") String messageSid,
        @JsonProperty("author") String author,
        @JsonProperty("filename") String filename,
        @JsonProperty("content_type") String contentType,
        @JsonProperty("size") Long size,
        @JsonProperty("category") String category,
        @JsonProperty("is_multipart_upstream") Boolean isMultipartUpstream,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("date_upload_updated") String dateUploadUpdated,
        @JsonProperty("url") String url,
        @JsonProperty("links") Map<String, Object> links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

    @Override
    public String toString() {
        return "Media[" + "sid=" + sid
                + ", accountSid=" + accountSid
                + ", serviceSid=" + serviceSid
                + ", channelSid=" + channelSid
                + ", messageSid=" + messageSid + "]";
    }
}
