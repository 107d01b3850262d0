// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

import org.apache.camel.spi.ApiMethod;
import org.apache.camel.spi.ApiParam;
import org.apache.camel.spi.ApiParams;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What {@code credentials/...} takes. */
@ApiParams(apiName = "credentials", description = "Push credentials", aliases = {}, apiMethods = {
    @ApiMethod(methodName = "create", description = "Makes one.",
            signatures = "Credential create(String type, String friendlyName, String certificate, String privateKey, Boolean sandbox, String apiKey, String secret)"),
    @ApiMethod(methodName = "fetch", description = "Reads one.",
            signatures = "Credential fetch(String sid)"),
    @ApiMethod(methodName = "update", description = "Changes one.",
            signatures = "Credential update(String sid, String type, String friendlyName, String certificate, String privateKey, Boolean sandbox, String apiKey, String secret)"),
    @ApiMethod(methodName = "delete", description = "Deletes one.",
            signatures = "void delete(String sid)"),
    @ApiMethod(methodName = "list", description = "Lists them.",
            signatures = "java.util.List<Credential> list(Integer pageSize, Integer page, String pageToken)")
})
@UriParams
final class CredentialsApi {

    @UriParam(name = "type", enums = "apn,gcm,fcm")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "create", description = "The push network.")
    })
    private String requiredType;

    @UriParam(name = "friendlyName")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "A name for people to read."),
            @ApiMethod(methodName = "update", description = "A name for people to read.")
    })
    private String friendlyName;

    @UriParam(name = "certificate", secret = true)
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The push certificate (apn), PEM."),
            @ApiMethod(methodName = "update", description = "The push certificate (apn), PEM.")
    })
    private String certificate;

    @UriParam(name = "privateKey", secret = true)
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The private key of the certificate (apn), PEM."),
            @ApiMethod(methodName = "update", description = "The private key of the certificate (apn), PEM.")
    })
    private String privateKey;

    @UriParam(name = "sandbox")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "Whether the certificate belongs to Apple's sandbox (apn)."),
            @ApiMethod(methodName = "update", description = "Whether the certificate belongs to Apple's sandbox (apn).")
    })
    private Boolean sandbox;

    @UriParam(name = "apiKey", secret = true)
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The server key (gcm)."),
            @ApiMethod(methodName = "update", description = "The server key (gcm).")
    })
    private String apiKey;

    @UriParam(name = "secret", secret = true)
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "create", description = "The service account or server secret (fcm)."),
            @ApiMethod(methodName = "update", description = "The service account or server secret (fcm).")
    })
    private String secret;

    @UriParam(name = "sid")
    @ApiParam(optional = false, apiMethods = {
            @ApiMethod(methodName = "fetch", description = "The resource itself."),
            @ApiMethod(methodName = "update", description = "The resource itself."),
            @ApiMethod(methodName = "delete", description = "The resource itself.")
    })
    private String requiredSid;

    @UriParam(name = "type", enums = "apn,gcm,fcm")
    @ApiParam(optional = true, apiMethods = {
            @ApiMethod(methodName = "update", description = "The push network.")
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
