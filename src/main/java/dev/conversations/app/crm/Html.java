package dev.conversations.app.crm;

import java.util.regex.Pattern;

/** The HTML of short notes. */
public final class Html {
    private static final Pattern BREAK = Pattern.compile("<(br|/p|/div|/li)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private Html() {}

    /** A text as HTML: nothing in it is a tag, its lines remain lines. */
    public static String of(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("\r\n", "\n").replace("\n", "<br>");
    }

    /** What a person reads: without tags, lines as lines. */
    public static String text(String html) {
        if (html == null) {
            return "";
        }
        String text = BREAK.matcher(html.replaceAll("\\s+", " ")).replaceAll("\n");
        return TAG.matcher(text).replaceAll("")
                .replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&").replaceAll(" *\n *", "\n").strip();
    }
}
