// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;

/**
 * The names of Camel Main's properties below {@code camel.component.twilio-conversations}. They are looked at before Camel sets them, since
 * it repeats the value of an unknown one, which may be a secret whose name is misspelled.
 */
public final class PropertyNames {

    private static final String PREFIX = "camel.component.twilio-conversations.";

    private PropertyNames() {}

    /** @throws IllegalArgumentException naming the option that is unknown, and the nearest */
    public static void check(Component component) {
        if (Variables.isMain(component.getCamelContext())) {
            Collection<String> options =
                    ((ExtendedPropertyConfigurerGetter) component.getComponentPropertyConfigurer()).getAllOptions(component).keySet();
            Set<String> known = options.stream().map(PropertyNames::letters).collect(Collectors.toSet());
            Stream.concat(
                            component.getCamelContext().getPropertiesComponent().loadProperties(PropertyNames::isOurs).stringPropertyNames().stream(),
                            System.getProperties().stringPropertyNames().stream().filter(PropertyNames::isOurs))
                    .map(name -> name.substring(PREFIX.length()))
                    .filter(option -> !option.equalsIgnoreCase("enabled"))
                    .filter(option -> !known.contains(letters(option)) && !known.contains(letters(option.split("[.\\[]")[0])))
                    .findFirst().ifPresent(option -> {
                        throw CheckedConfigurer.unknown(option, options);
                    });
        }
    }

    private static boolean isOurs(String name) {
        return name.startsWith(PREFIX);
    }

    private static String letters(String option) {
        return option.replaceAll("[-.]", "").toLowerCase(Locale.ROOT);
    }
}
