// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code media/...} takes. */
@ApiParams(apiName = "media", description = "Files of messages", aliases = {}, producerOnly = true, apiMethods = {
    @ApiMethod(methodName = "upload", description = "Uploads the body.",
            signatures = "Media upload(String chatServiceSid, String contentType, String filename)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Media fetch(String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "download", description = "Downloads one into the body.",
            signatures = "java.io.File download(String sid, String chatServiceSid, Integer maxSize)")
})
@UriParams
final class MediaApi {

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "upload", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "download", description = "The conversation service to work in; without it the account's default service.")
    })
    private String requiredChatServiceSid;

    @UriParam(name = "contentType")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "upload", description = "What the file is, such as image/png; by default the header Content-Type.")
    })
    private String contentType;

    @UriParam(name = "filename")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "upload", description = "The name of the file for people to see; by default the header CamelFileName.")
    })
    private String filename;

    @UriParam(name = "sid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The resource itself."),
            @ApiMethod(methodName = "download", description = "The resource itself.")
    })
    private String requiredSid;

    @UriParam(name = "maxSize")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "download", description = "The most bytes to download; a longer file is refused. 150 MB by default, the most that Twilio keeps.")
    })
    private Integer maxSize;
}
