// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.StringHelper;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The options of components as Spring Boot's environment says them, below {@code camel.component.} and the component's name. */
public final class SpringOptions {

    private static final String COMPONENTS = "camel.component.";

    /** What Camel's own starters take below the name of a component, and no component does. */
    private static final Set<String> SWITCHES = Set.of("enabled", "customizer");

    private final ConfigurableEnvironment environment;
    private final Binder binder;

    public SpringOptions(ConfigurableEnvironment environment) {
        this.environment = environment;
        this.binder = Binder.get(environment);
    }

    /** @throws IllegalArgumentException naming the option that is unknown, and the nearest, or that is wrong, and what it takes */
    public void set(String name, Component component) {
        if (!ConfigurationPropertyName.isValid(COMPONENTS + name)) {
            return;
        }
        ServiceHelper.initService(component);
        PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
        Map<String, Class<?>> types = new LinkedHashMap<>();
        ((ExtendedPropertyConfigurerGetter) configurer).getAllOptions(component)
                .forEach((option, type) -> types.put(StringHelper.camelCaseToDash(option), (Class<?>) type));
        try {
            PropertyBindingSupport.build().withMandatory(true).withConfigurer(configurer).withIgnoreCase(true)
                    .bind(component.getCamelContext(), component, said(name, types));
        } catch (PropertyBindingException e) {
            throw e.getCause() instanceof IllegalArgumentException told ? told : new IllegalArgumentException(
                    "Option %s: %s".formatted(e.getPropertyName(), e.getCause() == null ? "there is none" : e.getCause().getMessage()));
        }
    }

    private Map<String, Object> said(String name, Map<String, Class<?>> types) {
        ConfigurationPropertyName root = ConfigurationPropertyName.of(COMPONENTS + name);
        Map<String, Object> said = new LinkedHashMap<>();
        types.forEach((option, type) -> {
            if (Map.class.isAssignableFrom(type)) {
                binder.bind(root.append(option), Bindable.mapOf(String.class, Object.class)).orElse(Map.of())
                        .forEach((key, value) -> said.put(option + "[" + StringHelper.dashToCamelCase(key) + "]", value));
            } else {
                Object value = value(root.append(option));
                if (value != null) {
                    said.put(option, value);
                }
            }
        });
        Set<String> known = types.keySet().stream().map(SpringOptions::letters).collect(Collectors.toSet());
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream().filter(root::isAncestorOf).filter(one -> isElse(root, one, types, known))
                        .forEach(one -> said.put(rest(root, one), value(one)));
            }
        }
        variables(name, types.keySet()).filter(option -> !known.contains(letters(option))).forEach(option -> said.put(option, ""));
        return said;
    }

    /** The options that variables name, of which Spring cannot tell which words of a name belong together. */
    private Stream<String> variables(String name, Set<String> known) {
        return environment.getPropertySources().stream().filter(SystemEnvironmentPropertySource.class::isInstance)
                .map(source -> ((SystemEnvironmentPropertySource) source).getPropertyNames())
                .flatMap(names -> Variables.options(List.of(names), name, known).keySet().stream());
    }

    /** One value, or several joined by commas; null when nothing is said. */
    private Object value(ConfigurationPropertyName name) {
        Object one = binder.bind(name, Bindable.of(Object.class)).orElse(null);
        return one instanceof Number ? one.toString() : one != null ? one : binder.bind(name, Bindable.listOf(String.class)).map(list -> String.join(",", list)).orElse(null);
    }

    /** Whether it names an unknown option, or something within a known one. */
    private static boolean isElse(
            ConfigurationPropertyName root, ConfigurationPropertyName name, Map<String, Class<?>> types, Set<String> known) {
        int first = root.getNumberOfElements();
        String option = name.getElement(first, Form.UNIFORM);
        if (!known.contains(option)) {
            return !SWITCHES.contains(option);
        }
        return name.getNumberOfElements() > first + 1 && !name.getElement(first + 1, Form.ORIGINAL).matches("\\d+")
                && types.entrySet().stream().noneMatch(each -> letters(each.getKey()).equals(option) && Map.class.isAssignableFrom(each.getValue()));
    }

    private static String rest(ConfigurationPropertyName root, ConfigurationPropertyName name) {
        return name.toString().substring(root.toString().length() + 1);
    }

    private static String letters(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
