package dev.conversations.app.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
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
    private static final int MOST_AT_ONCE = 200;

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
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
        own(directory.resolve(FILE)).forEach((name, value) -> {
            if (name.toString().startsWith(PREFIX)) {
                put(values, name.toString(), value.toString().trim(), FILE + ": ");
            }
        });
        values.replaceAll((name, value) -> {
            String variable = environment.getOrDefault(variable(name), "").trim();
            return variable.isEmpty() ? value : variable;
        });
        return new Settings(values);
    }

    /** These settings with others in their place. */
    public Settings with(Map<String, String> others) {
        Map<String, String> merged = new TreeMap<>(values);
        others.forEach((name, value) -> put(merged, name, value, ""));
        return new Settings(merged);
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

    /**
     * Whether it is switched on.
     *
     * @throws StartFailure when it is neither true nor false
     */
    public boolean isTrue(String name) {
        String value = get(name);
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new StartFailure(both(name) + " is '" + value + "': it can be true or false.");
        }
        return Boolean.parseBoolean(value);
    }

    /** A TCP port; 0 stands for any that is free. */
    public int port(String name) {
        try {
            int port = Integer.parseInt(get(name));
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new StartFailure(
                both(name) + " is '" + get(name) + "': a port is a number from 1 to 65535, or 0 for any free one.");
    }

    /** A number of bytes. */
    public long size(String name) {
        return number(name, Long.MAX_VALUE, "a number of bytes, such as 10485760.");
    }

    /** How many of something work at once. */
    public int atOnce(String name) {
        return (int) number(name, MOST_AT_ONCE, "a number from 1 to " + MOST_AT_ONCE + ".");
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

    private long number(String name, long most, String kind) {
        try {
            long number = Long.parseLong(get(name));
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new StartFailure(both(name) + " is '" + get(name) + "': it is " + kind);
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
