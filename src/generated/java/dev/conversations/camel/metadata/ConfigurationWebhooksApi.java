// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code configuration-webhooks/...} takes. */
@ApiParams(apiName = "configuration-webhooks", description = "Webhooks of the account", aliases = {}, producerOnly = true, apiMethods = {
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "ConfigurationWebhook fetch()"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "ConfigurationWebhook update(String method, String filters, String preWebhookUrl, String postWebhookUrl, String target)")
})
@UriParams
final class ConfigurationWebhooksApi {

    @UriParam(name = "method", enums = "GET,POST")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The HTTP method of the webhook.")
    })
    private String method;

    @UriParam(name = "filters")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The events to send, by name.")
    })
    private String filters;

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

    @UriParam(name = "target", enums = "webhook,flex")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "What receives the events.")
    })
    private String target;
}
