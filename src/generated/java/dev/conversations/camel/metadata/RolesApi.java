// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code roles/...} takes. */
@ApiParams(apiName = "roles", description = "Roles and their permissions", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one.",
            signatures = "Role create(String chatServiceSid, String friendlyName, String type, String permission)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Role fetch(String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one; the body stands for permission.",
            signatures = "Role update(String sid, String chatServiceSid, String permission)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String sid, String chatServiceSid)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Role> list(String chatServiceSid, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class RolesApi {

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
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "A name for people to read.")
    })
    private String requiredFriendlyName;

    @UriParam(name = "type", enums = "conversation,service")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "Whether the role acts in conversations or in the service.")
    })
    private String requiredType;

    @UriParam(name = "permission")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "A permission of the role; repeated."),
            @ApiMethod(methodName = "update", description = "A permission of the role; repeated.")
    })
    private String requiredPermission;

    @UriParam(name = "sid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The resource itself."),
            @ApiMethod(methodName = "update", description = "The resource itself."),
            @ApiMethod(methodName = "delete", description = "The resource itself.")
    })
    private String requiredSid;

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
