package dev.conversations.app.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: blocks become lines, what is quoted bears {@code >}, marked signatures are left out. */
public final class HtmlText implements NodeVisitor {
    private static final String UNSEEN = "head, script, style, [hidden], [style~=(?i)display\\s{0,3}:\\s{0,3}none],"
            + " .gmail_signature, .gmail_signature_prefix, .moz-signature, .ms-outlook-mobile-signature";

    private final StringBuilder text = new StringBuilder();
    private boolean lineBegins = true;
    private int quotes;
    private int preformatted;

    private HtmlText() {}

    /** The text of a document or a part of one. */
    public static String of(String html) {
        Document document = Jsoup.parse(html);
        document.select(UNSEEN).remove();
        HtmlText text = new HtmlText();
        document.body().traverse(text);
        return text.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            write(words);
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
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
        } else if (element.isBlock()) {
            endLine();
            quotes += element.nameIs("blockquote") ? 1 : 0;
            preformatted += element.nameIs("pre") ? 1 : 0;
            if (element.nameIs("li")) {
                beginLine();
                text.append("- ");
            }
        }
    }

    private void write(TextNode words) {
        if (preformatted > 0) {
            words.getWholeText().lines().forEach(line -> {
                endLine();
                beginLine();
                text.append(line);
            });
            return;
        }
        String line = words.text();
        if (lineBegins) {
            line = line.stripLeading();
        }
        if (!line.isEmpty() || words.getWholeText().indexOf('\u00a0') >= 0) {
            beginLine();
            text.append(line);
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
