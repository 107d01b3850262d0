// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name by which the HTML of a mail shows a part of it, without its brackets. */
public final class ContentId {
    private static final int LONGEST = 250;
    private static final String SCHEME = "cid:";
    private static final Pattern MENTION = Pattern.compile(
            SCHEME + "([^\"'\\s<>()]{1," + LONGEST + "})", Pattern.CASE_INSENSITIVE);

    private ContentId() {}

    /** The name of a part that has one and is not marked as an attachment. */
    public static Optional<String> of(Part part) throws MessagingException {
        String[] values = part.getHeader("Content-ID");
        return values == null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                ? Optional.empty()
                : Optional.of(plain(values[0]));
    }

    /** The name in a URL such as {@code cid:a@b}. */
    static Optional<String> inUrl(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && url.length() <= LONGEST
                ? Optional.of(decoded(url.substring(SCHEME.length())))
                : Optional.empty();
    }

    /** All names that the source of the HTML mentions, for whatever purpose. */
    public static Set<String> mentioned(String html) {
        return MENTION.matcher(html).results().map(mention -> decoded(mention.group(1).replace("&amp;", "&")))
                .collect(Collectors.toSet());
    }

    private static String decoded(String url) {
        try {
            return plain(URLDecoder.decode(url.replace("+", "%2B"), UTF_8));
        } catch (IllegalArgumentException e) {
            return plain(url);
        }
    }

    private static String plain(String id) {
        return id.replaceAll("[^!-~]|[<>]", "");
    }
}
