// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document for people, in Markdown or AsciiDoc. */
public record Document(Path file) {

    private static final Pattern MARKDOWN = Pattern.compile("(?ms)^(\\h*)```(\\w*)\\h*\\n(.*?)^\\h*```\\h*$");
    private static final Pattern ASCIIDOC = Pattern.compile("(?ms)^(?:\\[source,(\\w+)\\]\\n)?----\\n(.*?)^----$");

    /** All that the project shows its users. */
    public static List<Document> all() {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> name(file).matches("([^/]*|(docs|routes|examples|catalog)/.*)\\.(md|adoc)"))
                    .filter(file -> !name(file).contains("/target/")).sorted().map(Document::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Document of(String file) {
        return new Document(Path.of(file));
    }

    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks, in their order. */
    public List<Snippet> snippets() {
        String text = text();
        boolean markdown = isMarkdown();
        return (markdown ? MARKDOWN : ASCIIDOC).matcher(text).results().map(block -> new Snippet(this,
                (int) text.substring(0, block.start()).lines().count() + 1,
                language(block.group(markdown ? 2 : 1)), outdented(block, markdown))).toList();
    }

    /** The fenced blocks in that language. */
    public List<String> snippets(String language) {
        return snippets().stream().filter(snippet -> snippet.language().equals(language)).map(Snippet::text).toList();
    }

    public boolean isMarkdown() {
        return name(file).endsWith(".md");
    }

    /** A literal block of AsciiDoc bears no name; in Markdown each has to. */
    private String language(String name) {
        return name == null && !isMarkdown() ? "text" : name == null ? "" : name;
    }

    /** The block of a list without what indents the list. */
    private static String outdented(MatchResult block, boolean markdown) {
        return markdown ? block.group(3).replaceAll("(?m)^" + block.group(1), "") : block.group(2);
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return name(file);
    }
}
