// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms of one URL that Twilio may have signed: signers are not consistent about the port, and a quote in the
 * query may arrive raw or escaped. Everything else, letter case included, is taken as it is; a fragment is never sent
 * and never signed.
 */
final class SignedUrl {
    private SignedUrl() {}

    /** The URL without its fragment. */
    static String plain(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** The other forms of the URL. */
    static List<String> variants(String url) {
        String plain = plain(url);
        List<String> candidates = new ArrayList<>(2);
        candidates.add(plain);
        addOtherPort(plain, candidates);
        int query = plain.indexOf('?');
        if (query >= 0) {
            addOtherQuote("'", "%27", query, candidates);
            addOtherQuote("%27", "'", query, candidates);
        }
        return candidates.subList(1, candidates.size());
    }

    private static void addOtherPort(String url, List<String> candidates) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return;
        }
        int start = scheme + 3;
        int end = start;
        while (end < url.length() && "/?".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int host = Math.max(start, url.lastIndexOf('@', end - 1) + 1);
        int port = url.lastIndexOf(':', end - 1);
        if (port > host && port > url.lastIndexOf(']', end - 1)) {
            candidates.add(url.substring(0, port) + url.substring(end));
        } else {
            String usual = url.regionMatches(true, 0, "https:", 0, 6) ? ":443" : ":80";
            candidates.add(url.substring(0, end) + usual + url.substring(end));
        }
    }

    private static void addOtherQuote(String seen, String signed, int query, List<String> candidates) {
        if (candidates.get(0).indexOf(seen, query) < 0) {
            return;
        }
        for (String url : List.copyOf(candidates)) {
            int start = url.indexOf('?');
            candidates.add(url.substring(0, start) + url.substring(start).replace(seen, signed));
        }
    }
}
