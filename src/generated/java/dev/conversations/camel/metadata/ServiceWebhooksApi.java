// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code service-webhooks/...} takes. */
@ApiParams(apiName = "service-webhooks", description = "Webhooks of a service", aliases = {}, producerOnly = true, apiMethods = {
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "ServiceWebhook fetch(String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "ServiceWebhook update(String chatServiceSid, String preWebhookUrl, String postWebhookUrl, String filters, String method)")
})
@UriParams
final class ServiceWebhooksApi {

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "update", description = "The conversation service to work in; without it the account's default service.")
    })
    private String requiredChatServiceSid;

    @UriParam(name = "preWebhookUrl")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The URL asked before an action happens.")
    })
    private String preWebhookUrl;

    @UriParam(name = "postWebhookUrl")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The URL told after an action happened.")
    })
    private String postWebhookUrl;

    @UriParam(name = "filters")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The events to send, by name.")
    })
    private String filters;

    @UriParam(name = "method", enums = "GET,POST")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The HTTP method of the webhook.")
    })
    private String method;
}
