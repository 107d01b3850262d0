// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code bindings/...} takes. */
@ApiParams(apiName = "bindings", description = "Push bindings of a service's users", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Binding fetch(String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Binding> list(String chatServiceSid, String bindingType, String identity, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class BindingsApi {

    @UriParam(name = "sid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The resource itself."),
            @ApiMethod(methodName = "delete", description = "The resource itself.")
    })
    private String requiredSid;

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "delete", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "list", description = "The conversation service to work in; without it the account's default service.")
    })
    private String requiredChatServiceSid;

    @UriParam(name = "bindingType")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "Only push bindings of this type; repeated.")
    })
    private String bindingType;

    @UriParam(name = "identity")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "Only bindings of this identity; repeated.")
    })
    private String identity;

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
