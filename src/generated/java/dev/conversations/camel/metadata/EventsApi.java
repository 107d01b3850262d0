// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code events/...} takes. */
@ApiParams(apiName = "events", description = "Events that Twilio sends", aliases = {}, consumerOnly = true, apiMethods = {
    @ApiMethod(methodName = "onConversationAdd", description = "A conversation is about to be opened; may be renamed or refused.",
            signatures = "WebhookEvent onConversationAdd()"),
    @ApiMethod(methodName = "onConversationAdded", description = "A conversation was opened.",
            signatures = "WebhookEvent onConversationAdded()"),
    @ApiMethod(methodName = "onConversationUpdate", description = "A conversation is about to change; may be renamed or refused.",
            signatures = "WebhookEvent onConversationUpdate()"),
    @ApiMethod(methodName = "onConversationUpdated", description = "A conversation changed.",
            signatures = "WebhookEvent onConversationUpdated()"),
    @ApiMethod(methodName = "onConversationRemove", description = "A conversation is about to be deleted; may be refused.",
            signatures = "WebhookEvent onConversationRemove()"),
    @ApiMethod(methodName = "onConversationRemoved", description = "A conversation was deleted.",
            signatures = "WebhookEvent onConversationRemoved()"),
    @ApiMethod(methodName = "onConversationStateUpdated", description = "A conversation turned active, inactive or closed.",
            signatures = "WebhookEvent onConversationStateUpdated()"),
    @ApiMethod(methodName = "onMessageAdd", description = "A message is about to be published; may be changed or refused.",
            signatures = "WebhookEvent onMessageAdd()"),
    @ApiMethod(methodName = "onMessageAdded", description = "A message was published.",
            signatures = "WebhookEvent onMessageAdded()"),
    @ApiMethod(methodName = "onMessageUpdate", description = "A message is about to change; may be changed further or refused.",
            signatures = "WebhookEvent onMessageUpdate()"),
    @ApiMethod(methodName = "onMessageUpdated", description = "A message changed.",
            signatures = "WebhookEvent onMessageUpdated()"),
    @ApiMethod(methodName = "onMessageRemove", description = "A message is about to be deleted; may be refused.",
            signatures = "WebhookEvent onMessageRemove()"),
    @ApiMethod(methodName = "onMessageRemoved", description = "A message was deleted.",
            signatures = "WebhookEvent onMessageRemoved()"),
    @ApiMethod(methodName = "onParticipantAdd", description = "A participant is about to join; may be refused.",
            signatures = "WebhookEvent onParticipantAdd()"),
    @ApiMethod(methodName = "onParticipantAdded", description = "A participant joined.",
            signatures = "WebhookEvent onParticipantAdded()"),
    @ApiMethod(methodName = "onParticipantUpdate", description = "A participant is about to change; may be refused.",
            signatures = "WebhookEvent onParticipantUpdate()"),
    @ApiMethod(methodName = "onParticipantUpdated", description = "A participant changed.",
            signatures = "WebhookEvent onParticipantUpdated()"),
    @ApiMethod(methodName = "onParticipantRemove", description = "A participant is about to leave; may be refused.",
            signatures = "WebhookEvent onParticipantRemove()"),
    @ApiMethod(methodName = "onParticipantRemoved", description = "A participant left.",
            signatures = "WebhookEvent onParticipantRemoved()"),
    @ApiMethod(methodName = "onDeliveryUpdated", description = "A message made progress towards a recipient, or failed to reach one.",
            signatures = "WebhookEvent onDeliveryUpdated()"),
    @ApiMethod(methodName = "onUserAdded", description = "A user was made.",
            signatures = "WebhookEvent onUserAdded()"),
    @ApiMethod(methodName = "onUserUpdate", description = "A user is about to change; may be refused.",
            signatures = "WebhookEvent onUserUpdate()"),
    @ApiMethod(methodName = "onUserUpdated", description = "A user changed.",
            signatures = "WebhookEvent onUserUpdated()"),
    @ApiMethod(methodName = "all", description = "Any event that tells of something done.",
            signatures = "WebhookEvent all(String only)")
})
@UriParams
final class EventsApi {

    @UriParam(name = "only")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "all", description = "The events to receive, comma-separated; all by default.")
    })
    private String only;
}
