// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import dev.conversations.api.text.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;

/** Sets options as another configurer does; when one cannot be set, says in one line which and what it takes. */
public class CheckedConfigurer implements PropertyConfigurer, PropertyConfigurerGetter {

    private static final String PREFIX = "camel.component.twilio-conversations.";

    private final PropertyConfigurer setters;
    private final PropertyConfigurerGetter getters;

    private CheckedConfigurer(PropertyConfigurer setters) {
        this.setters = setters;
        this.getters = (PropertyConfigurerGetter) setters;
    }

    /** Of endpoints, whose unknown options are left for them to refuse. */
    public static PropertyConfigurer ofEndpoint(PropertyConfigurer generated) {
        return generated instanceof PropertyConfigurerGetter ? new CheckedConfigurer(generated) : generated;
    }

    /** Of a component, whose unknown options are refused, naming the nearest. */
    public static PropertyConfigurer ofComponent(PropertyConfigurer generated) {
        return generated instanceof ExtendedPropertyConfigurerGetter all ? new OfComponent(generated, all) : generated;
    }

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        try {
            return setters.configure(context, target, name, value, ignoreCase);
        } catch (RuntimeException e) {
            String rule = rule(getOptionType(name, ignoreCase));
            if (rule == null) {
                throw e;
            }
            throw new IllegalArgumentException("Option %s must be %s".formatted(name, rule));
        }
    }

    /** @param options all that the component has, in upper camel case */
    static IllegalArgumentException unknown(String name, Collection<String> options) {
        List<String> names = options.stream().map(option -> Character.toLowerCase(option.charAt(0)) + option.substring(1)).sorted().toList();
        return new IllegalArgumentException("The component twilio-conversations has no option %s; ".formatted(name) + Nearest.to(name, names)
                .map(near -> "did you mean %s, in properties %s?".formatted(near, PREFIX + StringHelper.camelCaseToDash(near)))
                .orElseGet(() -> "it takes " + String.join(", ", names)));
    }

    private static String rule(Class<?> type) {
        if (type == null || type == String.class) {
            return null;
        }
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        return switch (type.getName()) {
            case "boolean" -> "true or false";
            case "int" -> "a whole number";
            case "long" -> "a duration, such as 500 (milliseconds), 30s or 5m";
            default -> "a bean: #bean: and its name";
        };
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return getters.getOptionType(name, ignoreCase);
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return getters.getOptionValue(target, name, ignoreCase);
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return getters.getCollectionValueType(target, name, ignoreCase);
    }

    @Override
    public String[] getAutowiredNames() {
        return getters.getAutowiredNames();
    }

    private static final class OfComponent extends CheckedConfigurer implements ExtendedPropertyConfigurerGetter {

        private final ExtendedPropertyConfigurerGetter all;

        private OfComponent(PropertyConfigurer generated, ExtendedPropertyConfigurerGetter all) {
            super(generated);
            this.all = all;
        }

        @Override
        public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
            if (!super.configure(context, target, name, value, ignoreCase)) {
                throw unknown(name, getAllOptions(target).keySet());
            }
            return true;
        }

        @Override
        public Map<String, Object> getAllOptions(Object target) {
            return all.getAllOptions(target);
        }
    }
}
