// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code receipts/...} takes. */
@ApiParams(apiName = "receipts", description = "Delivery receipts of a message", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Receipt fetch(String conversationSid, String messageSid, String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Receipt> list(String conversationSid, String messageSid, String chatServiceSid, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class ReceiptsApi {

    @UriParam(name = "conversationSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The conversation, by SID or by unique name."),
            @ApiMethod(methodName = "list", description = "The conversation, by SID or by unique name.")
    })
    private String requiredConversationSid;

    @UriParam(name = "messageSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The message."),
            @ApiMethod(methodName = "list", description = "The message.")
    })
    private String requiredMessageSid;

    @UriParam(name = "sid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The resource itself.")
    })
    private String requiredSid;

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "list", description = "The conversation service to work in; without it the account's default service.")
    })
    private String chatServiceSid;

    @UriParam(name = "pageSize")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "How many items one request fetches.")
    })
    private Integer pageSize;

    @UriParam(name = "page")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "The page number, informative; pageToken decides.")
    })
    private Integer page;

    @UriParam(name = "pageToken")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "The token of the page to begin with.")
    })
    private String pageToken;

    @UriParam(name = "limit")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "How many items to return at most; all by default, held in memory unless streaming is true.")
    })
    private Integer limit;

    @UriParam(name = "streaming")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "Whether to return an iterator that fetches page after page, in place of a list that is held in memory.")
    })
    private Boolean streaming;
}
