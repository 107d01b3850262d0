// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code addresses/...} takes. */
@ApiParams(apiName = "addresses", description = "Addresses of the account and what a message to them opens", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one; the body stands for address.",
            signatures = "Address create(String type, String address, String friendlyName, Boolean autoCreationEnabled, String autoCreationType, String autoCreationConversationServiceSid, String autoCreationWebhookUrl, String autoCreationWebhookMethod, String autoCreationWebhookFilters, String autoCreationStudioFlowSid, Integer autoCreationStudioRetryCount, String addressCountry)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Address fetch(String sid)"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "Address update(String sid, String friendlyName, Boolean autoCreationEnabled, String autoCreationType, String autoCreationConversationServiceSid, String autoCreationWebhookUrl, String autoCreationWebhookMethod, String autoCreationWebhookFilters, String autoCreationStudioFlowSid, Integer autoCreationStudioRetryCount)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String sid)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Address> list(String type, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class AddressesApi {

    @UriParam(name = "type", enums = "sms,whatsapp,messenger,gbm,email,rcs,apple,chat")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "The channel of the address.")
    })
    private String requiredType;

    @UriParam(name = "address")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "The address: a number, channel:number or e-mail address.")
    })
    private String requiredAddress;

    @UriParam(name = "friendlyName")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "A name for people to read."),
            @ApiMethod(methodName = "update", description = "A name for people to read.")
    })
    private String friendlyName;

    @UriParam(name = "autoCreationEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Whether a message from outside opens a conversation."),
            @ApiMethod(methodName = "update", description = "Whether a message from outside opens a conversation.")
    })
    private Boolean autoCreationEnabled;

    @UriParam(name = "autoCreationType", enums = "webhook,studio,default")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "What a new conversation gets: a webhook, a Studio flow, or nothing more."),
            @ApiMethod(methodName = "update", description = "What a new conversation gets: a webhook, a Studio flow, or nothing more.")
    })
    private String autoCreationType;

    @UriParam(name = "autoCreationConversationServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The service in which conversations are opened."),
            @ApiMethod(methodName = "update", description = "The service in which conversations are opened.")
    })
    private String autoCreationConversationServiceSid;

    @UriParam(name = "autoCreationWebhookUrl")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The URL of the webhook that a new conversation gets."),
            @ApiMethod(methodName = "update", description = "The URL of the webhook that a new conversation gets.")
    })
    private String autoCreationWebhookUrl;

    @UriParam(name = "autoCreationWebhookMethod", enums = "get,post")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The HTTP method of that webhook."),
            @ApiMethod(methodName = "update", description = "The HTTP method of that webhook.")
    })
    private String autoCreationWebhookMethod;

    @UriParam(name = "autoCreationWebhookFilters")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The events for that webhook, by name."),
            @ApiMethod(methodName = "update", description = "The events for that webhook, by name.")
    })
    private String autoCreationWebhookFilters;

    @UriParam(name = "autoCreationStudioFlowSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The Studio flow that a new conversation starts."),
            @ApiMethod(methodName = "update", description = "The Studio flow that a new conversation starts.")
    })
    private String autoCreationStudioFlowSid;

    @UriParam(name = "autoCreationStudioRetryCount")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "How often starting the flow is tried again."),
            @ApiMethod(methodName = "update", description = "How often starting the flow is tried again.")
    })
    private Integer autoCreationStudioRetryCount;

    @UriParam(name = "addressCountry")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The country of the address, as an ISO 3166 code.")
    })
    private String addressCountry;

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

    @UriParam(name = "type", enums = "sms,whatsapp,messenger,gbm,email,rcs,apple,chat")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "The channel of the address.")
    })
    private String type;

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
