// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.model;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a name of the model is written elsewhere. */
public final class Names {

    private Names() {}

    public static String capitalise(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** {@code dateCreated} as {@code date_created}. */
    public static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** {@code MessagingBinding.Address}, a parameter of Twilio's, as {@code messagingBindingAddress}. */
    public static String camel(String parameter) {
        return Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1).replace(".", "");
    }

    /** {@code onMessageAdded} and {@code conversation-with-participants} as constants of Java. */
    public static String constant(String name) {
        return snake(name).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** {@code service-webhooks} as {@code ServiceWebhooks}. */
    public static String type(String name) {
        StringBuilder type = new StringBuilder();
        for (String word : name.split("-")) {
            type.append(capitalise(word));
        }
        return type.toString();
    }

    public static String quote(String text) {
        return text == null ? "null" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    public static String quoteAll(Collection<String> texts) {
        return texts.stream().map(Names::quote).collect(Collectors.joining(", "));
    }
}
