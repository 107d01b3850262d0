// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code conversations/...} takes. */
@ApiParams(apiName = "conversations", description = "Conversations", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one; the body stands for friendlyName.",
            signatures = "Conversation create(String chatServiceSid, String friendlyName, String uniqueName, String dateCreated, String dateUpdated, String messagingServiceSid, String attributes, String state, String timersInactive, String timersClosed, String bindingsEmailAddress, String bindingsEmailName, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Conversation fetch(String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one; the body stands for friendlyName.",
            signatures = "Conversation update(String sid, String chatServiceSid, String friendlyName, String dateCreated, String dateUpdated, String attributes, String messagingServiceSid, String state, String timersInactive, String timersClosed, String uniqueName, String bindingsEmailAddress, String bindingsEmailName, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String sid, String chatServiceSid, Boolean webhookEnabled)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Conversation> list(String chatServiceSid, String startDate, String endDate, String state, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class ConversationsApi {

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "update", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "delete", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "list", description = "The conversation service to work in; without it the account's default service.")
    })
    private String chatServiceSid;

    @UriParam(name = "friendlyName")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "A name for people to read."),
            @ApiMethod(methodName = "update", description = "A name for people to read.")
    })
    private String friendlyName;

    @UriParam(name = "uniqueName")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "A name of your own that works in place of the SID, unique within the service."),
            @ApiMethod(methodName = "update", description = "A name of your own that works in place of the SID, unique within the service.")
    })
    private String uniqueName;

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

    @UriParam(name = "messagingServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The messaging service that carries SMS, WhatsApp and the like for this conversation."),
            @ApiMethod(methodName = "update", description = "The messaging service that carries SMS, WhatsApp and the like for this conversation.")
    })
    private String messagingServiceSid;

    @UriParam(name = "attributes")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Data of your own as a JSON object; a Map or List is written as JSON."),
            @ApiMethod(methodName = "update", description = "Data of your own as a JSON object; a Map or List is written as JSON.")
    })
    private String attributes;

    @UriParam(name = "state", enums = "initializing,inactive,active,closed")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Whether the conversation is active, inactive or closed for good."),
            @ApiMethod(methodName = "update", description = "Whether the conversation is active, inactive or closed for good."),
            @ApiMethod(methodName = "list", description = "Whether the conversation is active, inactive or closed for good.")
    })
    private String state;

    @UriParam(name = "timersInactive")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "How long without traffic until the conversation turns inactive; at least one minute."),
            @ApiMethod(methodName = "update", description = "How long without traffic until the conversation turns inactive; at least one minute.")
    })
    private String timersInactive;

    @UriParam(name = "timersClosed")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "How long without traffic until the conversation closes; at least ten minutes."),
            @ApiMethod(methodName = "update", description = "How long without traffic until the conversation closes; at least ten minutes.")
    })
    private String timersClosed;

    @UriParam(name = "bindingsEmailAddress")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The e-mail address under which the conversation sends mail."),
            @ApiMethod(methodName = "update", description = "The e-mail address under which the conversation sends mail.")
    })
    private String bindingsEmailAddress;

    @UriParam(name = "bindingsEmailName")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The sender's name in mails of the conversation."),
            @ApiMethod(methodName = "update", description = "The sender's name in mails of the conversation.")
    })
    private String bindingsEmailName;

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

    @UriParam(name = "startDate")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "Only conversations made on or after this day or instant (ISO 8601).")
    })
    private String startDate;

    @UriParam(name = "endDate")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "Only conversations made on or before this day or instant (ISO 8601).")
    })
    private String endDate;

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
