// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a webhook goes.
 *
 * @param url as configured, credentials and fragment included
 * @param method {@code GET} or {@code POST}
 */
public record Target(String url, String method) {

    public Target {
        method = "GET".equalsIgnoreCase(method) ? "GET" : "POST";
    }

    /** Whether the text is an address that a webhook can have. */
    public static boolean accepts(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The address that is signed: all but the fragment, which overrides settings of the connection. */
    String signed() {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** The address without credentials, query and fragment: fit to be shown. */
    String shown() {
        URI uri = URI.create(url);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
    }

    /** The header that carries the credentials of the address; null when it has none. */
    String authorization() {
        String credentials = URI.create(url).getUserInfo();
        return credentials == null ? null
                : "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** An address with its credentials taken out, as it goes over the wire. */
    static URI wire(String url) {
        String credentials = URI.create(url).getRawUserInfo();
        return URI.create(credentials == null ? url : url.replaceFirst("//[^@/]*@", "//"));
    }
}
