// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.headers;

import org.apache.camel.spi.PropertiesFunction;

/**
 * What the Camel present calls its headers: a constant of a component, as in {@code {{header:kafka.KafkaConstants.KEY}}}.
 * From 4.18.3 and 4.21 on many have other names; one that javac has copied from a constant, or a route spells, has not.
 */
public final class HeaderNames implements PropertiesFunction {
    private static final String COMPONENTS = "org.apache.camel.component.";

    @Override
    public String getName() {
        return "header";
    }

    @Override
    public String apply(String constant) {
        return of(constant);
    }

    /**
     * The name of a header.
     *
     * @param constant below the package of Camel's components, such as {@code kafka.KafkaConstants.KEY}
     * @throws IllegalArgumentException when there is none
     */
    public static String of(String constant) {
        int dot = constant.lastIndexOf('.');
        try {
            return (String) Class.forName(COMPONENTS + constant.substring(0, Math.max(dot, 0)))
                    .getField(constant.substring(dot + 1)).get(null);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new IllegalArgumentException("{{header:" + constant + "}} names no header of this Camel: it takes a"
                    + " constant such as kafka.KafkaConstants.KEY, of a component that is among the libraries.", e);
        }
    }
}
