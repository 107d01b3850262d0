// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of {@code examples}: routes or a project, their settings, and what a reader is told. */
public record Example(Path folder) {
    public static final Path ALL = Path.of("examples");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{env:(\\w+)");

    /** @throws IllegalArgumentException when there is none of that name that is routes alone */
    public static Example named(String name) {
        return all().stream().filter(it -> it.name().equals(name) && !it.isProject()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no example " + name + ": use one of "
                        + all().stream().filter(it -> !it.isProject()).map(Example::name).collect(Collectors.joining(", "))));
    }

    public static List<Example> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory).sorted().map(Example::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /** Whether it is built by itself. */
    public boolean isProject() {
        return Files.exists(folder.resolve("pom.xml"));
    }

    /** Its settings as they are written. */
    public Map<String, String> settings() {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("application.properties"), UTF_8)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /** The environment variable that gives a setting; empty when there is no such setting, or it is given otherwise. */
    public Optional<String> variable(String setting) {
        return Optional.ofNullable(settings().get(setting)).map(ENVIRONMENT::matcher).filter(Matcher::find).map(it -> it.group(1));
    }

    @Override
    public String toString() {
        return name();
    }
}
