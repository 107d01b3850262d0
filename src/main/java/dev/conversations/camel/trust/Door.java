// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import dev.conversations.camel.listen.HttpRequest;
import dev.conversations.camel.options.Hosts;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.webhook.Signature;
import dev.conversations.webhook.SignedRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Who may come in: which tokens sign, and as what URL. Routes of equal settings share one check.
 *
 * @param tokens any of which may sign; empty when nothing is checked
 * @param keys which may sign where a request names one
 * @param publicUrls what Twilio may have been told, without query; empty to take the URL as received
 * @param proxies whom to believe what URL that was
 * @param reportOnly whether those who fail the check are let in all the same
 */
public record Door(List<Signature> tokens, SigningKeys keys, List<String> publicUrls, Proxies proxies, boolean reportOnly) {

    /**
     * The door that the options describe.
     *
     * @throws IllegalArgumentException when signatures are to be checked and an option for it is missing or wrong
     */
    public static Door of(WebhookConfiguration webhook, String authToken) {
        if (!webhook.isValidateSignature()) {
            return new Door(List.of(), SigningKeys.of(null), List.of(), Proxies.of(null), false);
        }
        String tokens = webhook.getWebhookAuthToken() == null ? authToken : webhook.getWebhookAuthToken();
        List<String> list = tokens == null ? List.of() : split(tokens);
        SigningKeys keys = SigningKeys.of(webhook.getWebhookKeys());
        if (list.isEmpty() && keys.isEmpty()) {
            throw new IllegalArgumentException("No token to verify webhooks with: set webhookAuthToken or authToken,"
                    + " or switch verification off with validateSignature=false");
        }
        return new Door(
                list.stream().map(Signature::of).toList(),
                keys,
                publicUrls(webhook.getPublicUrl(), normal(webhook.getPath())),
                Proxies.of(webhook.getTrustedProxies()),
                webhook.isReportOnly());
    }

    /** A path as servers know it: one slash before it, none after it. */
    public static String normal(String path) {
        return "/" + path.strip().replaceAll("^/+|(?<!/)/++$", "");
    }

    /** What Twilio is told as the URL of the options' path. */
    public static String publicUrl(WebhookConfiguration webhook) {
        return publicUrls(webhook.getPublicUrl(), normal(webhook.getPath())).get(0);
    }

    /** Whether it asks for a signature at all. */
    boolean isChecked() {
        return !tokens.isEmpty() || !keys.isEmpty();
    }

    /** Whether nothing is checked, or the check is passed. */
    public boolean isRight(HttpRequest request, SignedRequest signed) {
        if (!isChecked()) {
            return true;
        }
        String settings = request.header().apply(Signature.SETTINGS_HEADER);
        List<Signature> signers = settings == null ? tokens : keys.named(settings);
        if (signed.isByOther(signers)) {
            return false;
        }
        for (String url : urls(request)) {
            for (Signature signer : signers) {
                if (signed.isBy(signer, url)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is wrong with how the request says that it is signed; null when that is not what is wrong. */
    String fault(HttpRequest request) {
        return keys.fault(request.header().apply(Signature.SETTINGS_HEADER));
    }

    /** The URLs that Twilio may have signed for this request. */
    List<String> urls(HttpRequest request) {
        List<String> bases = bases(request);
        return request.query() == null ? bases : bases.stream().map(base -> base + "?" + request.query()).toList();
    }

    /** The same without the query. */
    List<String> bases(HttpRequest request) {
        return publicUrls.isEmpty() ? List.of(proxies.origin(request) + request.path()) : publicUrls;
    }

    /** Tells no token. */
    @Override
    public String toString() {
        if (!isChecked()) {
            return "not checked";
        }
        String received = proxies.networks().isEmpty() ? "as received" : "as proxies say";
        return (reportOnly ? "only reported" : "required") + ", " + tokens.size() + " tokens, "
                + (keys.isEmpty() ? "" : keys.keys().size() + " keys, ") + "URL "
                + (publicUrls.isEmpty() ? received : "as configured");
    }

    /** A public URL that does not end with the path may be what stands before it, or what a proxy rewrites to it. */
    private static List<String> publicUrls(String publicUrl, String path) {
        if (publicUrl == null) {
            return List.of();
        }
        String url = publicUrl.split("[?#]", 2)[0];
        if (!isHttp(url)) {
            throw new IllegalArgumentException("publicUrl does not begin with http:// or https:// and a host:"
                    + " give it as Twilio is told, such as https://example.com" + Hosts.wayOutOfEscapes(url));
        }
        String prefix = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return prefix.endsWith(path) ? List.of(url) : List.of(prefix + path, url);
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                    && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }
}
