// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import dev.conversations.app.mail.quote.QuoteMark;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The markers by which mail programs know their own quotes and signatures in HTML, whatever the language. */
final class HtmlQuotes {
    private static final String SIGNATURES = ".gmail_signature, .gmail_signature_prefix, [data-smartmail=gmail_signature],"
            + " .moz-signature, .ms-outlook-mobile-signature, #ms-outlook-mobile-signature, #ms-outlook-ios-signature,"
            + " .protonmail_signature_block, .k9mail-signature, [fairemail=signature], #AppleMailSignature,"
            + " [id^=AppleMailSignature], #ymail_android_signature, #ymail_ctr_signature, [class$=yahoo_signature],"
            + " [name=messageSignatureSection], #composer_signature, #Signature, #signature, .signature-editor,"
            + " .tutanota_signature, #divtagdefaultwrapper > #Signature, .edo-signature, .bloop_sign, [id^=bloop_sign_],"
            + " [data-marker=__SIG_POST__], [data-marker=__SIG_PRE__]";

    /** From here on all is the answered mail. */
    private static final String ENDS = "#divRplyFwdMsg, #x_divRplyFwdMsg, #OLK_SRC_BODY_SECTION, #mail-editor-reference-message-container,"
            + " .OutlookMessageHeader, #stopSpelling, hr#zwchr, [data-marker=__HEADERS__], [data-marker=__DIVIDER__],"
            + " #isReplyContent, .ms-outlook-mobile-reference-message,"
            + " [style~=(?i)border-top:\\s{0,3}solid\\s{1,3}#(?:E1E1E1|B5C4DF)], a[name=_MailOriginal], includetail";

    /** The answered mail, or what holds it together with the words above it. */
    private static final String HOLDERS = ".gmail_quote, .gmail_quote_container, .gmail_extra, [class*=yahoo_quoted], [id*=yahoo_quoted],"
            + " .protonmail_quote, [name=quote], [name=messageReplySection], .zmail_extra, [class*=zmail_extra],"
            + " [fairemail=reference], [fairemail=reply], .tutanota_quote, .bloop_original_html, .moz-forward-container,"
            + " [data-marker=__QUOTED_TEXT__], .front-blockquote, .nylas-quote, .mailspring-quote, .airmail_ext_on,"
            + " #replyContent, .replyContent, #originalMessage, .originalMessage, .ox-mail-quote, .edo-quote, .k9mail-quote";

    private static final String QUOTED_HEADERS = ".gmail_attr, .moz-cite-prefix, #reply-intro, .airmail_on, .replyHeader,"
            + " .iosymail-header";

    private static final int LONGEST_HEADER = 400;
    private static final int MOST_MARKERS = 50;
    private static final int MOST_LOOKED_AT = 2000;
    private static final int DEEPEST = 1000;

    private HtmlQuotes() {}

    /** Leaves signatures out, makes all quotes {@code blockquote}, and puts a {@link QuoteMark} where a marker stood. */
    static void mark(Document document) {
        for (Element signature : few(document, SIGNATURES)) {
            if (signature.select(ENDS + ", blockquote, " + HOLDERS).isEmpty()) {
                signature.remove();
            }
        }
        for (Element end : few(document, ENDS)) {
            if (end.closest("blockquote, " + HOLDERS) == null) {
                end.before(mark(QuoteMark.END));
                break;
            }
        }
        for (Element header : few(document, QUOTED_HEADERS)) {
            if (header.hasParent() && header.text().length() <= LONGEST_HEADER && isBlockquoteNext(header)) {
                header.replaceWith(mark(QuoteMark.HEADER));
            }
        }
        for (Element holder : few(document, HOLDERS)) {
            if (holder.hasParent() && !holder.nameIs("body") && holder.closest("blockquote") == null) {
                hold(holder);
            }
        }
        indented(document);
    }

    /** Those that lie in no other, and not too many: each costs a look at what it holds. */
    private static List<Element> few(Document document, String selector) {
        List<Element> few = new ArrayList<>();
        for (Element found : document.select(selector).stream().limit(MOST_LOOKED_AT).toList()) {
            if (few.size() < MOST_MARKERS && (few.isEmpty() || !isInside(found, few.get(few.size() - 1)))) {
                few.add(found);
            }
        }
        return few;
    }

    private static boolean isInside(Element inner, Element outer) {
        Element at = inner.parent();
        for (int climbed = 0; at != null && at != outer && climbed < DEEPEST; climbed++) {
            at = at.parent();
        }
        return at != null;
    }

    /** Makes a quote of what holds one, or drops the words above the one that is in it. */
    private static void hold(Element holder) {
        Element quote = holder.selectFirst("blockquote");
        if (quote != null) {
            announce(quote, quote.parent().closest(HOLDERS));
        } else if (!holder.hasClass("gmail_extra")) {
            holder.tagName("blockquote");
            holder.before(mark(QuoteMark.HEADER));
        }
    }

    private static void announce(Element quote, Element holder) {
        List<Node> header = lineAbove(quote, holder);
        StringBuilder words = new StringBuilder();
        header.forEach(node -> words.append(node instanceof Element element ? element.text()
                : node instanceof TextNode text ? text.text() : "").append(' '));
        String text = words.toString().strip();
        if (!text.isEmpty() && text.length() <= LONGEST_HEADER && text.matches("(?s).*[:：]|.*@.*")) {
            header.forEach(Node::remove);
            quote.before(mark(QuoteMark.HEADER));
        }
    }

    /** The nodes that make up the last line of the holder above the quote. */
    private static List<Node> lineAbove(Element quote, Element holder) {
        List<Node> line = new ArrayList<>();
        boolean anyWords = false;
        for (Node node = quote; node != null && node != holder; node = node.parent()) {
            for (Node above = node.previousSibling(); above != null; above = above.previousSibling()) {
                boolean words = above instanceof Element element ? element.hasText()
                        : above instanceof TextNode text && !text.isBlank();
                boolean ends = above instanceof Element element && (element.isBlock() || element.nameIs("br"));
                if (anyWords && ends) {
                    return line;
                }
                line.add(0, above);
                anyWords |= words;
                if (words && ends) {
                    return line;
                }
            }
        }
        return line;
    }

    private static boolean isBlockquoteNext(Element header) {
        for (Element at = header; at != null && !at.nameIs("body"); at = at.parent()) {
            Element next = at.nextElementSibling();
            while (next != null && next.nameIs("br")) {
                next = next.nextElementSibling();
            }
            if (next != null) {
                return next.nameIs("blockquote") || !next.select("blockquote").isEmpty();
            }
        }
        return false;
    }

    /** What editors write for an indented paragraph of the person. */
    private static void indented(Document document) {
        for (Element block : document.select("blockquote[style~=(?i)border:\\s{0,3}(?:none|0)][style~=(?i)40px]")) {
            if (!block.hasAttr("type") && !block.hasAttr("cite") && block.className().isEmpty()) {
                block.tagName("div");
            }
        }
    }

    private static Element mark(char mark) {
        return new Element("div").appendChild(new Mark(mark));
    }

    /** A mark that did not come with the mail. */
    static final class Mark extends TextNode {
        Mark(char mark) {
            super(String.valueOf(mark));
        }
    }
}
