// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code conversation-with-participants/...} takes. */
@ApiParams(apiName = "conversation-with-participants", description = "Conversations opened together with their participants", aliases = {}, producerOnly = true, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one; the body stands for participant.",
            signatures = "Conversation create(String chatServiceSid, String friendlyName, String uniqueName, String dateCreated, String dateUpdated, String messagingServiceSid, String attributes, String state, String timersInactive, String timersClosed, String bindingsEmailAddress, String bindingsEmailName, String participant, Boolean webhookEnabled)")
})
@UriParams
final class ConversationWithParticipantsApi {

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The conversation service to work in; without it the account's default service.")
    })
    private String chatServiceSid;

    @UriParam(name = "friendlyName")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "A name for people to read.")
    })
    private String friendlyName;

    @UriParam(name = "uniqueName")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "A name of your own that works in place of the SID, unique within the service.")
    })
    private String uniqueName;

    @UriParam(name = "dateCreated")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "When it was made, to import history; now by default.")
    })
    private String dateCreated;

    @UriParam(name = "dateUpdated")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "When it was last changed, to import history.")
    })
    private String dateUpdated;

    @UriParam(name = "messagingServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The messaging service that carries SMS, WhatsApp and the like for this conversation.")
    })
    private String messagingServiceSid;

    @UriParam(name = "attributes")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Data of your own as a JSON object; a Map or List is written as JSON.")
    })
    private String attributes;

    @UriParam(name = "state", enums = "initializing,inactive,active,closed")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Whether the conversation is active, inactive or closed for good.")
    })
    private String state;

    @UriParam(name = "timersInactive")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "How long without traffic until the conversation turns inactive; at least one minute.")
    })
    private String timersInactive;

    @UriParam(name = "timersClosed")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "How long without traffic until the conversation closes; at least ten minutes.")
    })
    private String timersClosed;

    @UriParam(name = "bindingsEmailAddress")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The e-mail address under which the conversation sends mail.")
    })
    private String bindingsEmailAddress;

    @UriParam(name = "bindingsEmailName")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The sender's name in mails of the conversation.")
    })
    private String bindingsEmailName;

    @UriParam(name = "participant")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "A participant to begin with, as JSON with identity or messaging_binding; repeated, up to ten; a Map is written as JSON.")
    })
    private String participant;

    @UriParam(name = "webhookEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Whether this call fires webhooks; calls of the API are silent otherwise.")
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
}
