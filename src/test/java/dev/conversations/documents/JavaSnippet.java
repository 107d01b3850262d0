// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java of a document: a class, or statements with their imports, for which {@code main}, {@code context} and {@code template} are there.
 * It compiles; a test is also one of ours, word for word, and so it runs.
 */
final class JavaSnippet {

    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public |final |@\\w+\\s+)*(?:class|interface|record) (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\n");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^(// SPDX.*\\n)?package .*;\\n+");

    private JavaSnippet() {}

    /** Whether it is a test of ours, where it is a test. */
    static void check(Snippet snippet) {
        if (snippet.text().contains("@Test")) {
            assertThat(isOurs(snippet.text())).as("%s is a test in src/test or of an example", snippet).isTrue();
        }
    }

    /**
     * The classes of these sources, compiled at once.
     *
     * @param sources by the name of a package that each gets, by which an error tells where it is
     */
    static List<Class<?>> compile(Map<String, String> sources, Path classes) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<File> files = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Matcher type = CLASS.matcher(source.getValue());
            boolean whole = type.find();
            String name = whole ? type.group(1) : "Statements";
            Path folder = Files.createDirectories(classes.resolve(source.getKey()));
            files.add(Files.writeString(folder.resolve(name + ".java"), "package " + source.getKey() + ";\n"
                    + (whole ? PACKAGE.matcher(source.getValue()).replaceAll("") : around(source.getValue()))).toFile());
            names.add(source.getKey() + "." + name);
        }
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            assertThat(compiler.getTask(errors, manager, null, List.of("-proc:none", "-cp", System.getProperty("java.class.path"),
                    "-d", classes.toString()), null, manager.getJavaFileObjectsFromFiles(files)).call()).as(errors::toString).isTrue();
        }
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            types.add(loader.loadClass(name));
        }
        return types;
    }

    private static String around(String statements) {
        return IMPORT.matcher(statements).results().map(line -> line.group()).collect(joining()) + """
                class Statements {
                    void run(org.apache.camel.main.Main main, org.apache.camel.CamelContext context,
                            org.apache.camel.ProducerTemplate template) throws Exception {
                        %s
                    }
                }
                """.formatted(IMPORT.matcher(statements).replaceAll(""));
    }

    /** Whether it stands, but for its package, among the tests of the project, of an example or of a consumer, whose builds run them. */
    static boolean isOurs(String test) {
        for (Path home : List.of(Path.of("src/test/java"), Path.of("examples"), Path.of("src/it"))) {
            if (Files.isDirectory(home)) {
                try (Stream<Path> files = Files.walk(home)) {
                    if (files.filter(file -> file.toString().endsWith("Test.java")).anyMatch(file -> text(file).equals(test))) {
                        return true;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return false;
    }

    private static String text(Path file) {
        try {
            return PACKAGE.matcher(Files.readString(file)).replaceFirst("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
