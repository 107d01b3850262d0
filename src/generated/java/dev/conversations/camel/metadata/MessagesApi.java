// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code messages/...} takes. */
@ApiParams(apiName = "messages", description = "Messages of a conversation", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one; the body stands for body.",
            signatures = "Message create(String conversationSid, String chatServiceSid, String author, String body, String dateCreated, String dateUpdated, String attributes, String mediaSid, String contentSid, String contentVariables, String subject, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Message fetch(String conversationSid, String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one; the body stands for body.",
            signatures = "Message update(String conversationSid, String sid, String chatServiceSid, String author, String body, String dateCreated, String dateUpdated, String attributes, String subject, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String conversationSid, String sid, String chatServiceSid, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Message> list(String conversationSid, String chatServiceSid, String order, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class MessagesApi {

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

    @UriParam(name = "author")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Who speaks: an identity or an address; system by default."),
            @ApiMethod(methodName = "update", description = "Who speaks: an identity or an address; system by default.")
    })
    private String author;

    @UriParam(name = "body")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The text of the message."),
            @ApiMethod(methodName = "update", description = "The text of the message.")
    })
    private String body;

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

    @UriParam(name = "mediaSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "An uploaded file to send along.")
    })
    private String mediaSid;

    @UriParam(name = "contentSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "A content template to send in place of body and file.")
    })
    private String contentSid;

    @UriParam(name = "contentVariables")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The values for the variables of the content template as a JSON object; a Map is written as JSON.")
    })
    private String contentVariables;

    @UriParam(name = "subject")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The subject, for e-mail."),
            @ApiMethod(methodName = "update", description = "The subject, for e-mail.")
    })
    private String subject;

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

    @UriParam(name = "order", enums = "asc,desc")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "Oldest first (asc) or newest first (desc).")
    })
    private String order;

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
