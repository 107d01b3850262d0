// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code configuration/...} takes. */
@ApiParams(apiName = "configuration", description = "Settings of the account", aliases = {}, producerOnly = true, apiMethods = {
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Configuration fetch()"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "Configuration update(String defaultChatServiceSid, String defaultMessagingServiceSid, String defaultInactiveTimer, String defaultClosedTimer)")
})
@UriParams
final class ConfigurationApi {

    @UriParam(name = "defaultChatServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The service used when a call names none.")
    })
    private String defaultChatServiceSid;

    @UriParam(name = "defaultMessagingServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The messaging service of new conversations.")
    })
    private String defaultMessagingServiceSid;

    @UriParam(name = "defaultInactiveTimer")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The inactive timer of new conversations.")
    })
    private String defaultInactiveTimer;

    @UriParam(name = "defaultClosedTimer")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The closed timer of new conversations.")
    })
    private String defaultClosedTimer;
}
