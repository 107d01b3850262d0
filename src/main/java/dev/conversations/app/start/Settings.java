// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of the app. Immutable. Their names begin with {@code bridge.}; {@link #DEFAULTS} holds them all with
 * values that run with everything embedded. The same name in an
 * {@code application.properties} of the working directory wins over a default, and an environment variable wins over
 * both: {@code bridge.smtp.host} is {@code SMTP_HOST} there. An empty value is no value.
 */
public final class Settings {
    /** The name of the file in the working directory. */
    public static final String FILE = "application.properties";
    /** Where the defaults lie among the classes. */
    public static final String DEFAULTS = "dev/conversations/app/" + FILE;

    private static final String PREFIX = "bridge.";
    private static final String COMPONENT = "camel.component.twilio-conversations.";

    private final Map<String, String> values;
    /** What somebody has said: names of settings, and options of the component. */
    private final Set<String> said;

    private Settings(Map<String, String> values, Set<String> said) {
        this.values = Collections.unmodifiableMap(values);
        this.said = Set.copyOf(said);
    }

    /**
     * @param directory the working directory
     * @throws StartFailure when its file names a setting that does not exist
     */
    public static Settings load(Path directory, Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        defaults().forEach((name, value) -> {
            if (name.toString().startsWith(PREFIX)) {
                values.put(name.toString(), value.toString().trim());
            }
        });
        Set<String> said = new HashSet<>();
        own(directory.resolve(FILE)).forEach((name, value) -> {
            said.add(name.toString());
            if (name.toString().startsWith(PREFIX)) {
                put(values, name.toString(), value.toString().trim(), FILE + ": ");
            }
        });
        values.replaceAll((name, value) -> {
            String variable = environment.getOrDefault(variable(name), "").trim();
            if (variable.isEmpty()) {
                return value;
            }
            said.add(name);
            return variable;
        });
        return new Settings(values, said);
    }

    /**
     * These settings.
     *
     * @throws StartFailure when one has a value that it does not take
     */
    public Settings checked() {
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                check(name);
            }
        });
        return this;
    }

    /** These settings with others in their place. */
    public Settings with(Map<String, String> others) {
        Map<String, String> merged = new TreeMap<>(values);
        others.forEach((name, value) -> put(merged, name, value, ""));
        Set<String> more = new HashSet<>(said);
        more.addAll(others.keySet());
        return new Settings(merged, more);
    }

    /** These settings with a value for one that has none. */
    public Settings or(String name, String value) {
        return has(name) ? this : with(Map.of(name, value));
    }

    /** The value, empty when there is none. */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new StartFailure("There is no setting " + name + ".");
        }
        return value;
    }

    /** Whether it has a value. */
    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** Whether somebody gave it a value; else it has its default. */
    public boolean isSaid(String name) {
        return said.contains(name) && has(name);
    }

    /** Whether an option of the component, such as {@code auth-token}, is said to Camel itself. */
    public boolean isSaidToCamel(String option) {
        return said.stream().filter(name -> name.startsWith(COMPONENT))
                .anyMatch(name -> name.substring(COMPONENT.length()).replace("-", "")
                        .equalsIgnoreCase(option.replace("-", "")));
    }

    /**
     * Whether it is switched on.
     *
     * @throws StartFailure when it is neither true nor false
     */
    public boolean isTrue(String name) {
        return Boolean.parseBoolean(check(name));
    }

    /** A TCP port; 0 stands for any that is free. */
    public int port(String name) {
        return Integer.parseInt(check(name));
    }

    /** A number of bytes. */
    public long size(String name) {
        return Long.parseLong(check(name));
    }

    /** How many of something work at once. */
    public int atOnce(String name) {
        return Integer.parseInt(check(name));
    }

    /** The settings that have a value, by name. */
    public Properties properties() {
        Properties properties = new Properties();
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                properties.setProperty(name, value);
            }
        });
        return properties;
    }

    /** How people set it: as a property and in the environment. */
    public static String both(String name) {
        return name + " (" + variable(name) + ")";
    }

    /** How it is named in the environment. */
    public static String variable(String name) {
        return name.substring(PREFIX.length()).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private String check(String name) {
        Kind.check(name.substring(PREFIX.length()), both(name), get(name));
        return get(name);
    }

    private static void put(Map<String, String> values, String name, String value, String where) {
        if (values.replace(name, value) == null) {
            throw new StartFailure(where + "there is no setting " + name + "; the README lists those there are.");
        }
    }

    private static Properties defaults() {
        try (InputStream in = Settings.class.getResourceAsStream("/" + DEFAULTS)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new StartFailure("The built-in " + FILE + " cannot be read.", e);
        }
    }

    private static Properties own(Path file) {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new StartFailure(
                        file.toAbsolutePath() + " cannot be read: it is no properties file in UTF-8.", e);
            }
        }
        return properties;
    }
}
