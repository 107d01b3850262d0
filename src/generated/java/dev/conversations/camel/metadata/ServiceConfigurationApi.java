// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code service-configuration/...} takes. */
@ApiParams(apiName = "service-configuration", description = "Settings of a service", aliases = {}, producerOnly = true, apiMethods = {
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "ServiceConfiguration fetch(String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "ServiceConfiguration update(String chatServiceSid, String defaultConversationCreatorRoleSid, String defaultConversationRoleSid, String defaultChatServiceRoleSid, Boolean reachabilityEnabled)")
})
@UriParams
final class ServiceConfigurationApi {

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "update", description = "The conversation service to work in; without it the account's default service.")
    })
    private String requiredChatServiceSid;

    @UriParam(name = "defaultConversationCreatorRoleSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The role of whoever opens a conversation.")
    })
    private String defaultConversationCreatorRoleSid;

    @UriParam(name = "defaultConversationRoleSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The role of whoever joins a conversation.")
    })
    private String defaultConversationRoleSid;

    @UriParam(name = "defaultChatServiceRoleSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The role of a new user in the service.")
    })
    private String defaultChatServiceRoleSid;

    @UriParam(name = "reachabilityEnabled")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "Whether users' online state is tracked.")
    })
    private Boolean reachabilityEnabled;
}
