// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code services/...} takes. */
@ApiParams(apiName = "services", description = "Conversation services", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one; the body stands for friendlyName.",
            signatures = "Service create(String friendlyName)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Service fetch(String sid)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String sid)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Service> list(Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class ServicesApi {

    @UriParam(name = "friendlyName")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "A name for people to read.")
    })
    private String requiredFriendlyName;

    @UriParam(name = "sid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The resource itself."),
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
