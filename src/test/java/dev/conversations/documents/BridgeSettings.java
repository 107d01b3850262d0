// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import dev.conversations.app.start.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of the bridge there are. */
public final class BridgeSettings {

    private BridgeSettings() {}

    /** Their defaults by their names. */
    public static Map<String, String> defaults() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/" + Settings.DEFAULTS)) {
            properties.load(in);
        }
        Map<String, String> defaults = new TreeMap<>();
        properties.stringPropertyNames().stream().filter(name -> name.startsWith("bridge."))
                .forEach(name -> defaults.put(name, properties.getProperty(name).trim()));
        return defaults;
    }

    /** The variables of the environment that set them. */
    public static Set<String> variables() throws IOException {
        return defaults().keySet().stream().map(Settings::variable).collect(Collectors.toSet());
    }
}
