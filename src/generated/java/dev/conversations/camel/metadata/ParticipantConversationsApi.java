// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code participant-conversations/...} takes. */
@ApiParams(apiName = "participant-conversations", description = "Conversations of a participant, found by identity or address", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<ParticipantConversation> list(String chatServiceSid, String identity, String address, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class ParticipantConversationsApi {

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "The conversation service to work in; without it the account's default service.")
    })
    private String chatServiceSid;

    @UriParam(name = "identity")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "The chat identity of a user.")
    })
    private String identity;

    @UriParam(name = "address")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "list", description = "The address: a number, channel:number or e-mail address.")
    })
    private String address;

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
