// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.quote.QuoteMark;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: blocks become lines, what is quoted bears {@code >}, marked signatures are left out. */
public final class HtmlText implements NodeVisitor {
    private static final String UNSEEN = "head, title, script, style, [hidden],"
            + " [style~=(?i)display\\s{0,3}:\\s{0,3}none]";

    private static final int MOST_TAGS = 100_000;
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z]");

    private static final Pattern TARGET = Pattern.compile("(?i)(?:https?://|mailto:|tel:|sms:)\\S{1,500}");

    private final StringBuilder text = new StringBuilder();
    private static final Pattern SPACING = Pattern.compile("(?i)^https?://(?:www\\.)?|\\?.*|[\\s()/.-]");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:mailto|tel|sms):([^?]+).*");

    private final Map<Element, Integer> numbers = new IdentityHashMap<>();
    private boolean lineBegins = true;
    private int quotes;
    private int preformatted;

    private HtmlText() {}

    /**
     * The text of a document or a part of one.
     *
     * @throws Undeliverable when the HTML has more tags than a person's mail
     */
    public static String of(String html) throws Undeliverable {
        return QuoteMark.removed(quoted(html));
    }

    /** The text with a mark of its own wherever a mail program marked a quote, for {@link ReplyText}. */
    public static String quoted(String html) throws Undeliverable {
        return PictureMark.removed(marked(html));
    }

    /** The same with a {@link PictureMark} wherever a picture of the mail is shown. */
    public static String marked(String html) throws Undeliverable {
        Document document = parsed(html);
        document.select(UNSEEN).remove();
        HtmlQuotes.mark(document);
        HtmlText text = new HtmlText();
        document.body().traverse(text);
        return text.text.toString();
    }

    /** What the HTML says of the pictures of the mail that it shows. */
    public static List<String> descriptions(String html) throws Undeliverable {
        return parsed(html).select("img[src^=cid:][alt]").eachAttr("alt").stream()
                .map(Placeholders::name).filter(name -> !name.isEmpty()).toList();
    }

    private static Document parsed(String html) throws Undeliverable {
        if (TAG.matcher(html).results().limit(MOST_TAGS + 1L).count() > MOST_TAGS) {
            throw new Undeliverable("The HTML of the mail has more than " + MOST_TAGS + " tags.");
        }
        return Jsoup.parse(html);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof HtmlQuotes.Mark mark) {
            write(mark.getWholeText());
        } else if (node instanceof TextNode words) {
            write(words);
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.nameIs("a")) {
            target(element);
        }
        if (node instanceof Element element && element.isBlock()) {
            endLine();
            quotes -= element.nameIs("blockquote") ? 1 : 0;
            preformatted -= element.nameIs("pre") ? 1 : 0;
        }
    }

    private void open(Element element) {
        if (element.nameIs("br")) {
            beginLine();
            newLine();
        } else if (element.nameIs("img")) {
            ContentId.inUrl(element.attr("src").strip()).ifPresent(this::show);
            write(element.hasAttr("data-emoji") ? PictureMark.disarmed(element.attr("alt")) : "");
        } else if (element.isBlock()) {
            endLine();
            quotes += element.nameIs("blockquote") ? 1 : 0;
            preformatted += element.nameIs("pre") ? 1 : 0;
            if (element.nameIs("li")) {
                beginLine();
                text.append(element.parent() != null && element.parent().nameIs("ol") ? number(element.parent()) + ". " : "- ");
            }
        }
    }

    private int number(Element list) {
        String start = list.attr("start");
        return numbers.merge(list, start.matches("\\d{1,4}") ? Integer.parseInt(start) : 1, (before, first) -> before + 1);
    }

    /** Where a link leads, if its words do not say so. */
    private void target(Element link) {
        String href = link.attr("href").strip();
        String target = SCHEME.matcher(href).replaceFirst("$1");
        String words = link.text();
        if (TARGET.matcher(href).matches() && !words.isBlank() && !bare(words).contains(bare(target))) {
            write(" <" + PictureMark.disarmed(target) + ">");
        }
    }

    /** An address or number without what people leave out or put between. */
    private static String bare(String target) {
        return SPACING.matcher(target).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private void show(String contentId) {
        beginLine();
        text.append(PictureMark.of(contentId));
    }

    private void write(TextNode words) {
        if (preformatted > 0) {
            writeAsItStands(PictureMark.disarmed(words.getWholeText()));
            return;
        }
        String line = PictureMark.disarmed(words.text());
        write(lineBegins ? line.stripLeading() : line);
        if (lineBegins && words.getWholeText().indexOf('\u00a0') >= 0) {
            beginLine();
        }
    }

    private void write(String line) {
        if (!line.isEmpty()) {
            beginLine();
            text.append(line);
        }
    }

    private void writeAsItStands(String words) {
        String[] lines = words.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                beginLine();
                newLine();
            }
            if (!lines[i].isEmpty()) {
                beginLine();
                text.append(lines[i]);
            }
        }
    }

    private void beginLine() {
        if (lineBegins && quotes > 0) {
            text.append("> ");
        }
        lineBegins = false;
    }

    private void endLine() {
        if (!lineBegins) {
            newLine();
        }
    }

    private void newLine() {
        text.append('\n');
        lineBegins = true;
    }
}
