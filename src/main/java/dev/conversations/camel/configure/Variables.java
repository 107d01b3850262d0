// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.util.StringHelper;

/**
 * The options of a component as variables of the environment say them, such as CAMEL_COMPONENT_TWILIO_CONVERSATIONS_AUTH_TOKEN. Camel Main
 * promises to take them before those of files, but some of its versions look at none.
 */
public final class Variables {

    private static final Set<String> SWITCHES = Set.of("enabled", "customizer");

    private final Map<String, String> environment;
    private final AtomicBoolean set = new AtomicBoolean();

    public Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Sets them in Camel Main, and in what is built on it; once. What arguments of the virtual machine say is left as it is.
     *
     * @param name of the component
     * @throws IllegalArgumentException naming the option that is unknown, and the nearest, or that is wrong, and what it takes
     */
    public void set(String name, Component component) {
        CamelContext context = component.getCamelContext();
        if (!isMain(context) || !set.compareAndSet(false, true)) {
            return;
        }
        PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
        Set<String> known = ((ExtendedPropertyConfigurerGetter) configurer).getAllOptions(component).keySet().stream()
                .map(StringHelper::camelCaseToDash).collect(Collectors.toSet());
        options(environment.keySet(), name, known).forEach((option, variable) -> {
            String property = "camel.component." + name + "." + option;
            String inCamelCase = StringHelper.dashToCamelCase(option);
            if (System.getProperty(property) == null && System.getProperty("camel.component." + name + "." + inCamelCase) == null) {
                configurer.configure(context, component, inCamelCase, environment.get(variable), true);
            }
        });
    }

    static boolean isMain(CamelContext context) {
        return context.getRegistry().getClass().getName().startsWith("org.apache.camel.main.")
                || context.getClass().getName().startsWith("org.apache.camel.quarkus.");
    }

    /**
     * The variables that say options of a component, by these options, known or not. One that ends in a known option may say that of a
     * component whose name begins as this one's does, and is left out.
     *
     * @param known the options there are, such as {@code auth-token}
     */
    static Map<String, String> options(Collection<String> variables, String component, Set<String> known) {
        String prefix = "CAMEL_COMPONENT_" + component.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "_";
        Map<String, String> options = new TreeMap<>();
        variables.stream().filter(variable -> variable.toUpperCase(Locale.ROOT).startsWith(prefix)).forEach(variable -> {
            String option = variable.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-');
            boolean anothers = known.stream().anyMatch(one -> option.endsWith("-" + one)) && !known.contains(option);
            if (!anothers && SWITCHES.stream().noneMatch(option::startsWith)) {
                options.put(option, variable);
            }
        });
        return options;
    }
}
