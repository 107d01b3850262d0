// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code user-conversations/...} takes. */
@ApiParams(apiName = "user-conversations", description = "Conversations of a user, with what was read", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "UserConversation fetch(String userSid, String conversationSid, String chatServiceSid)"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "UserConversation update(String userSid, String conversationSid, String chatServiceSid, String notificationLevel, String lastReadTimestamp, Integer lastReadMessageIndex)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String userSid, String conversationSid, String chatServiceSid)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<UserConversation> list(String userSid, String chatServiceSid, Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class UserConversationsApi {

    @UriParam(name = "userSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The user, by SID or by identity."),
            @ApiMethod(methodName = "update", description = "The user, by SID or by identity."),
            @ApiMethod(methodName = "delete", description = "The user, by SID or by identity."),
            @ApiMethod(methodName = "list", description = "The user, by SID or by identity.")
    })
    private String requiredUserSid;

    @UriParam(name = "conversationSid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The conversation, by SID or by unique name."),
            @ApiMethod(methodName = "update", description = "The conversation, by SID or by unique name."),
            @ApiMethod(methodName = "delete", description = "The conversation, by SID or by unique name.")
    })
    private String requiredConversationSid;

    @UriParam(name = "chatServiceSid")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "update", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "delete", description = "The conversation service to work in; without it the account's default service."),
            @ApiMethod(methodName = "list", description = "The conversation service to work in; without it the account's default service.")
    })
    private String chatServiceSid;

    @UriParam(name = "notificationLevel", enums = "default,muted")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "Whether the conversation notifies the user.")
    })
    private String notificationLevel;

    @UriParam(name = "lastReadTimestamp")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "When the last message was read.")
    })
    private String lastReadTimestamp;

    @UriParam(name = "lastReadMessageIndex")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The index of the last message read.")
    })
    private Integer lastReadMessageIndex;

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
