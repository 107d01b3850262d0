// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark.measure;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares processes that take turns, each a Java of its own, by the figures that they print at their end. */
public final class Children implements Table {

    /** What the figures of a child stand behind in its last line. */
    private static final String FIGURES = "figures ";

    private final String title;
    private final List<String> columns;
    private final int rounds;
    private final Map<String, Child> ways = new LinkedHashMap<>();
    private AutoCloseable needed = () -> {};

    public Children(String title, int rounds, String... columns) {
        this.title = title;
        this.rounds = rounds;
        this.columns = List.of(columns);
    }

    /** One run of a child. */
    public interface Child {

        /** What it printed. */
        List<Double> run() throws Exception;
    }

    public Children way(String name, Child child) {
        ways.put(name, child);
        return this;
    }

    /** @param what is needed no more when all have run */
    public Children closing(AutoCloseable what) {
        needed = what;
        return this;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Set<String> ways() {
        return ways.keySet();
    }

    @Override
    public void print() throws Exception {
        Map<String, List<List<Double>>> runs = new LinkedHashMap<>();
        try (AutoCloseable closing = needed) {
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Child> way : ways.entrySet()) {
                    runs.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(way.getValue().run());
                }
            }
        }
        System.out.printf("%n| %-49s |%s%n|---|%s%n", title,
                columns.stream().map(column -> " %10s | ratio |".formatted(column)).collect(Collectors.joining()),
                "--:|--:|".repeat(columns.size()));
        List<List<Double>> first = runs.values().iterator().next();
        runs.forEach((name, figures) -> {
            System.out.printf("| %-49s |", name);
            for (int i = 0; i < columns.size(); i++) {
                System.out.printf(Locale.ROOT, " %,10.1f | %5.2f |", median(figures, i), median(figures, i) / median(first, i));
            }
            System.out.println();
        });
    }

    private static double median(List<List<Double>> runs, int figure) {
        return runs.stream().mapToDouble(run -> run.get(figure)).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
    }

    /** Runs a class in a Java of its own, and waits for its end. */
    public static List<Double> run(List<String> options, String classPath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String said = said(options, classPath, main, arguments);
        return said.substring(said.lastIndexOf(FIGURES) + FIGURES.length()).lines().limit(1)
                .flatMap(line -> Arrays.stream(line.split(" "))).map(Double::valueOf).toList();
    }

    private static String said(List<String> options, String classPath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), options.stream(),
                        Stream.of("-cp", classPath, main.getName()), Arrays.stream(arguments))
                .flatMap(part -> part).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !said.contains(FIGURES)) {
            throw new IOException(main.getSimpleName() + " ended with " + process.exitValue() + ":\n" + said);
        }
        return said;
    }

    /** What a class needs of this class path: an application has no more on its own, and each jar takes memory. */
    public static String needed(Class<?> main, String... arguments) throws IOException, InterruptedException {
        String loaded = said(List.of("-Xlog:class+load"), classPath(), main, arguments);
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> loaded.contains("source: file:" + Path.of(entry).toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Of a child: its figures, in the order of the columns. */
    public static void tell(double... figures) {
        System.out.println(FIGURES + Arrays.stream(figures).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
    }

    /** The class path of this Java, which Maven keeps in a loader of its own. */
    public static String classPath() {
        if (Children.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
