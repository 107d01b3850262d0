// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import java.net.URI;

/**
 * Where calls go.
 *
 * @see <a href="https://www.twilio.com/docs/global-infrastructure/understanding-edge-locations">Edge locations</a>
 */
public final class Hosts {

    private static final String REGION = "[a-z]{2}[0-9]";
    private static final String EDGE = "[a-z]+(-[a-z0-9]+)*";
    private static final String DEFAULT_REGION = "us1";

    private Hosts() {}

    /**
     * Scheme, host and port of the Conversations API.
     *
     * @throws IllegalArgumentException naming the option that is wrong and what it takes
     */
    public static URI api(ConversationsConfiguration configuration) {
        String region = present(configuration.getRegion());
        String edge = present(configuration.getEdge());
        String base = present(configuration.getBaseUri());
        if (base != null) {
            if (region != null || edge != null) {
                throw new IllegalArgumentException(
                        "Option baseUri names the host already, so region and edge must be left out");
            }
            return base("baseUri", base);
        }
        if (region != null && !region.matches(REGION)) {
            throw new IllegalArgumentException(
                    "Option region is '%s', but must be two letters and a digit, such as us1 or ie1".formatted(region));
        }
        if (edge != null && (!edge.matches(EDGE) || edge.matches(REGION))) {
            throw new IllegalArgumentException(
                    "Option edge is '%s', but must be a place, such as ashburn, dublin or sydney".formatted(edge));
        }
        String place = edge != null ? edge + "." + (region == null ? DEFAULT_REGION : region) + "."
                : region != null ? region + "." : "";
        return URI.create("https://conversations." + place + "twilio.com");
    }

    /** Whether this is a host of Twilio's own. */
    public static boolean isTwilio(URI base) {
        return base.getHost().endsWith(".twilio.com");
    }

    /**
     * Scheme, host and port of the media service: what mediaBaseUri says, else where baseUri points, else Twilio's in the
     * region.
     *
     * @throws IllegalArgumentException naming the option that is wrong and what it takes
     */
    public static URI media(ConversationsConfiguration configuration) {
        URI api = api(configuration);
        String base = present(configuration.getMediaBaseUri());
        if (base != null) {
            return base("mediaBaseUri", base);
        }
        String region = present(configuration.getRegion());
        return present(configuration.getBaseUri()) != null ? api
                : URI.create("https://mcs.%s.twilio.com".formatted(region == null ? DEFAULT_REGION : region));
    }

    private static URI base(String option, String text) {
        URI uri = null;
        try {
            uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException e) {
            // refused below
        }
        if (uri == null || uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")
                || uri.getUserInfo() != null || !uri.getRawPath().isEmpty() || uri.getRawQuery() != null) {
            throw new IllegalArgumentException("Option %s must be scheme, host and port only, such as http://localhost:8082%s".formatted(
                    option, wayOutOfEscapes(text)));
        }
        return uri;
    }

    /** What to do about a URL that came in its escaped form, as Camel hands on what a Pipe says; nothing when it did not. */
    public static String wayOutOfEscapes(String url) {
        return url.contains("%3A") ? "; it came escaped: write RAW(...) around it" : "";
    }

    private static String present(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
