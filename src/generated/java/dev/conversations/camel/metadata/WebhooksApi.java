// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code webhooks/...} takes. */
@ApiParams(apiName = "webhooks", description = "Webhooks of a single conversation", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one; the body stands for configurationUrl.",
            signatures = "Webhook create(String conversationSid, String chatServiceSid, String target, String configurationUrl, String configurationMethod, String configurationFilters, String configurationTriggers, String configurationFlowSid, Integer configurationReplayAfter)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Webhook fetch(String conversationSid, String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one; the body stands for configurationUrl.",
            signatures = "Webhook update(String conversationSid, String sid, String chatServiceSid, String configurationUrl, String configurationMethod, String configurationFilters, String configurationTriggers, String configurationFlowSid)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String conversationSid, String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Webhook> list(String conversationSid, String chatServiceSid, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class WebhooksApi {

    @UriParam(name = "conversationSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "The conversation, by SID or by unique name."),
            @ApiMethod(methodName = "fetch", description = "The conversation, by SID or by unique name."),
            @ApiMethod(methodName = "update", description = "The conversation, by SID or by unique name."),
            @ApiMethod(methodName = "delete", description = "The conversation, by SID or by unique name."),
            @ApiMethod(methodName = "list", description = "The conversation, by SID or by unique name.")
    })
    private String requiredConversationSid;

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "update", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "delete", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "list", description = "The conversation service to work in; without it the account's default service.")
    })
    private String chatServiceSid;

    @UriParam(name = "target", enums = "webhook,trigger,studio")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "What is called: a webhook, a webhook on trigger words, or a Studio flow.")
    })
    private String requiredTarget;

    @UriParam(name = "configurationUrl")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The URL to call."),
            @ApiMethod(methodName = "update", description = "The URL to call.")
    })
    private String configurationUrl;

    @UriParam(name = "configurationMethod", enums = "get,post")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The HTTP method of the call."),
            @ApiMethod(methodName = "update", description = "The HTTP method of the call.")
    })
    private String configurationMethod;

    @UriParam(name = "configurationFilters")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The events to send, by name; only those that follow an action."),
            @ApiMethod(methodName = "update", description = "The events to send, by name; only those that follow an action.")
    })
    private String configurationFilters;

    @UriParam(name = "configurationTriggers")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The words in a message that trigger the call; up to five."),
            @ApiMethod(methodName = "update", description = "The words in a message that trigger the call; up to five.")
    })
    private String configurationTriggers;

    @UriParam(name = "configurationFlowSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The Studio flow to start."),
            @ApiMethod(methodName = "update", description = "The Studio flow to start.")
    })
    private String configurationFlowSid;

    @UriParam(name = "configurationReplayAfter")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Sends the messages after this index again, to the new webhook.")
    })
    private Integer configurationReplayAfter;

    @UriParam(name = "sid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The resource itself."),
            @ApiMethod(methodName = "update", description = "The resource itself."),
            @ApiMethod(methodName = "delete", description = "The resource itself.")
    })
    private String requiredSid;

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
