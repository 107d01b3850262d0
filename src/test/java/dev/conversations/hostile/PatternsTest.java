// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes a pattern of ours work for a time that grows faster than the text. */
class PatternsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Pattern IN_PLACE =
            Pattern.compile("\\.(matches|replaceAll|replaceFirst|split)\\(\"((?:[^\"\\\\]|\\\\.)*+)\"[,)]");

    /** Those that look back, and the longest text that each is given, which bounds that. */
    private static final Map<String, Integer> BOUNDED = Map.of(
            // the addresses of brokers in the settings
            "BrokerConnections.USER", 300, "BrokerConnections.SCHEME", 300,
            // one line of a mail
            "Attribution.SENTENCE_END", 300);
    private static final long ALLOWED_WHERE_BOUNDED = 500_000;

    @Test
    void noTextMakesAPatternWorkLongerThanItIsLong() throws Exception {
        Map<String, Pump> all = all();
        Map<String, String> slow = new TreeMap<>();
        all.forEach((name, pump) -> {
            if (BOUNDED.containsKey(name)) {
                assertThat(pump.most(BOUNDED.get(name))).as(name).isLessThan(ALLOWED_WHERE_BOUNDED);
            } else {
                long once = pump.most(150);
                long twice = pump.most(300);
                if (twice > 3 * once) {
                    slow.put(name + " " + pump.pattern(), once + ", then " + twice);
                }
            }
        });

        assertThat(all).hasSizeGreaterThan(200).containsKeys(BOUNDED.keySet().toArray(String[]::new));
        assertThat(slow).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\\s*,\\s*",
        "P[0-9A-Z.]*T[0-9A-Z.]+!",
        "[^\\s<>\"',;:/]+@[^\\s<>\"',;:/]+\\.[^\\s<>\"',;:/]+",
        "\\s*(\\w+)\\s*=\\s*(.*?)\\s*;",
        "[.\\s]+$",
        "^/+|/+$",
        "(?s).*;",
        "(a+)+b",
    })
    void aPatternThatLooksBackTooOftenIsFound(String pattern) {
        Pump pump = new Pump(Pattern.compile(pattern), false);

        assertThat(pump.most(300)).isGreaterThan(3 * pump.most(150));
    }

    /** All patterns that are kept, and those that stand where they are used. */
    private static Map<String, Pump> all() throws Exception {
        Map<String, Pump> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                inPlace(file, all);
            }
        }
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class") && !path.endsWith("package-info.class")).toList()) {
                kept(CLASSES.relativize(file), all);
            }
        }
        return all;
    }

    private static void inPlace(Path file, Map<String, Pump> all) throws IOException {
        Matcher used = IN_PLACE.matcher(Files.readString(file));
        while (used.find()) {
            String regex = used.group(2).translateEscapes();
            all.put(file.getFileName() + " " + used.group(1) + " " + regex, new Pump(Pattern.compile(regex), used.group(1).equals("matches")));
        }
    }

    private static void kept(Path file, Map<String, Pump> all) throws Exception {
        Class<?> type = Class.forName(file.toString().replace('/', '.').replaceFirst("\\.class$", ""));
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                String source = Files.readString(SOURCES.resolve(file.toString().replaceFirst("(\\$.*)?\\.class$", ".java")));
                all.put(type.getSimpleName() + "." + field.getName(), new Pump((Pattern) field.get(null), isWhole(source, field.getName())));
            }
        }
    }

    /** Whether the source never looks for the pattern within a text. */
    private static boolean isWhole(String source, String name) {
        long used = Pattern.compile("\\b" + name + "\\b").matcher(source).results().count() - 1;
        long whole = Pattern.compile("\\b" + name + "\\.matcher\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)\\.matches\\(\\)").matcher(source).results().count();
        long held = Pattern.compile("(\\w+) = [^;]*\\b" + name + "\\.matcher\\(").matcher(source).results()
                .filter(variable -> Pattern.compile("\\b" + variable.group(1) + "\\.(matches|group)\\(").matcher(source).find()
                        && !Pattern.compile("\\b" + variable.group(1) + "\\.(find|lookingAt|results|replace\\w+)\\(").matcher(source).find())
                .count();
        return used == whole + held;
    }
}
