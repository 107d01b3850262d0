// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code participants/...} takes. */
@ApiParams(apiName = "participants", description = "Participants of a conversation", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one; the body stands for identity.",
            signatures = "Participant create(String conversationSid, String chatServiceSid, String identity, String messagingBindingAddress, String messagingBindingProxyAddress, String dateCreated, String dateUpdated, String attributes, String messagingBindingProjectedAddress, String roleSid, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Participant fetch(String conversationSid, String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "Participant update(String conversationSid, String sid, String chatServiceSid, String dateCreated, String dateUpdated, String attributes, String roleSid, String messagingBindingProxyAddress, String messagingBindingProjectedAddress, String identity, Integer lastReadMessageIndex, String lastReadTimestamp, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String conversationSid, String sid, String chatServiceSid, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Participant> list(String conversationSid, String chatServiceSid, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class ParticipantsApi {

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

    @UriParam(name = "identity")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The chat identity of a user."),
            @ApiMethod(methodName = "update", description = "The chat identity of a user.")
    })
    private String identity;

    @UriParam(name = "messagingBindingAddress")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The person's own address: +15551230001, whatsapp:+15551230001 or an e-mail address.")
    })
    private String messagingBindingAddress;

    @UriParam(name = "messagingBindingProxyAddress")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Your address that the person talks to; the text null removes it."),
            @ApiMethod(methodName = "update", description = "Your address that the person talks to; the text null removes it.")
    })
    private String messagingBindingProxyAddress;

    @UriParam(name = "dateCreated")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "When it was made, to import history; now by default."),
            @ApiMethod(methodName = "update", description = "When it was made, to import history; now by default.")
    })
    private String dateCreated;

    @UriParam(name = "dateUpdated")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "When it was last changed, to import history."),
            @ApiMethod(methodName = "update", description = "When it was last changed, to import history.")
    })
    private String dateUpdated;

    @UriParam(name = "attributes")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Data of your own as a JSON object; a Map or List is written as JSON."),
            @ApiMethod(methodName = "update", description = "Data of your own as a JSON object; a Map or List is written as JSON.")
    })
    private String attributes;

    @UriParam(name = "messagingBindingProjectedAddress")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Your address under which a chat user appears in a group text; the text null removes it."),
            @ApiMethod(methodName = "update", description = "Your address under which a chat user appears in a group text; the text null removes it.")
    })
    private String messagingBindingProjectedAddress;

    @UriParam(name = "roleSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The role, which grants permissions."),
            @ApiMethod(methodName = "update", description = "The role, which grants permissions.")
    })
    private String roleSid;

    @UriParam(name = "webhookEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Whether this call fires webhooks; calls of the API are silent otherwise."),
            @ApiMethod(methodName = "update", description = "Whether this call fires webhooks; calls of the API are silent otherwise."),
            @ApiMethod(methodName = "delete", description = "Whether this call fires webhooks; calls of the API are silent otherwise.")
    })
    private Boolean webhookEnabled;

    @UriParam(name = "idempotencyKey")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Your name for what is to be made: under one name one is made, however often the call is made, fails or is cut off.")
    })
    private String idempotencyKey;

    @UriParam(name = "idempotencyWindow")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "How far back it is looked for before it is made, where no idempotentRepository tells; a day by default.")
    })
    private String idempotencyWindow;

    @UriParam(name = "sid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The resource itself."),
            @ApiMethod(methodName = "update", description = "The resource itself."),
            @ApiMethod(methodName = "delete", description = "The resource itself.")
    })
    private String requiredSid;

    @UriParam(name = "lastReadMessageIndex")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The index of the last message read.")
    })
    private Integer lastReadMessageIndex;

    @UriParam(name = "lastReadTimestamp")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "When the last message was read.")
    })
    private String lastReadTimestamp;

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
