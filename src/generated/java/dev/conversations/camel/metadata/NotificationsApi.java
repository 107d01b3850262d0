// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code notifications/...} takes. */
@ApiParams(apiName = "notifications", description = "Push notification settings of a service", aliases = {}, producerOnly = true, apiMethods = {
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Notification fetch(String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "Notification update(String chatServiceSid, Boolean logEnabled, Boolean newMessageEnabled, String newMessageTemplate, String newMessageSound, Boolean newMessageBadgeCountEnabled, Boolean addedToConversationEnabled, String addedToConversationTemplate, String addedToConversationSound, Boolean removedFromConversationEnabled, String removedFromConversationTemplate, String removedFromConversationSound, Boolean newMessageWithMediaEnabled, String newMessageWithMediaTemplate)")
})
@UriParams
final class NotificationsApi {

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "update", description = "The conversation service to work in; without it the account's default service.")
    })
    private String requiredChatServiceSid;

    @UriParam(name = "logEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "Whether notifications are logged.")
    })
    private Boolean logEnabled;

    @UriParam(name = "newMessageEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "Whether a new message is pushed.")
    })
    private Boolean newMessageEnabled;

    @UriParam(name = "newMessageTemplate")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The text pushed for a new message.")
    })
    private String newMessageTemplate;

    @UriParam(name = "newMessageSound")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The sound for a new message.")
    })
    private String newMessageSound;

    @UriParam(name = "newMessageBadgeCountEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "Whether the badge counts new messages.")
    })
    private Boolean newMessageBadgeCountEnabled;

    @UriParam(name = "addedToConversationEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "Whether being added to a conversation is pushed.")
    })
    private Boolean addedToConversationEnabled;

    @UriParam(name = "addedToConversationTemplate")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The text pushed for being added.")
    })
    private String addedToConversationTemplate;

    @UriParam(name = "addedToConversationSound")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The sound for being added.")
    })
    private String addedToConversationSound;

    @UriParam(name = "removedFromConversationEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "Whether being removed from a conversation is pushed.")
    })
    private Boolean removedFromConversationEnabled;

    @UriParam(name = "removedFromConversationTemplate")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The text pushed for being removed.")
    })
    private String removedFromConversationTemplate;

    @UriParam(name = "removedFromConversationSound")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The sound for being removed.")
    })
    private String removedFromConversationSound;

    @UriParam(name = "newMessageWithMediaEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "Whether a message with a file is pushed.")
    })
    private Boolean newMessageWithMediaEnabled;

    @UriParam(name = "newMessageWithMediaTemplate")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The text pushed for a message with a file.")
    })
    private String newMessageWithMediaTemplate;
}
