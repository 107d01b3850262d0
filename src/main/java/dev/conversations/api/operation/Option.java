// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

import java.util.List;
import java.util.Set;

/**
 * A parameter of an operation.
 *
 * @param name the name in URIs, bodies and (capitalised) headers, such as {@code timersInactive}
 * @param wire Twilio's name, such as {@code Timers.Inactive}
 * @param place where it goes in the request
 * @param type what its values are
 * @param traits what else is true of it
 * @param values the values Twilio knows, compared ignoring case; empty when any will do
 * @param prefix what its SID begins with; null when it is no SID or may be a name as well
 * @param namedPrefix what its SID begins with where a name will do as well; else null
 */
public record Option(
        String name, String wire, Place place, Type type, Set<Trait> traits, List<String> values, String prefix, String namedPrefix) {

    /** One that no name will do for. */
    public Option(String name, String wire, Place place, Type type, Set<Trait> traits, List<String> values, String prefix) {
        this(name, wire, place, type, traits, values, prefix, null);
    }

    /** Where an option goes in the request. */
    public enum Place {
        PATH,
        QUERY,
        FORM,
        HEADER
    }

    /** What the values of an option are; {@code JSON_LIST} is a list whose items are JSON objects. */
    public enum Type {
        STRING,
        INTEGER,
        BOOLEAN,
        DATETIME,
        DURATION,
        JSON,
        LIST,
        JSON_LIST
    }

    /** What else is true of an option. */
    public enum Trait {
        REQUIRED,
        /** A credential: never shown. */
        SECRET,
        /** A phone number, address, name or text of a person: never shown. */
        PERSONAL,
        /** It may be a phone number or mail address, in which a plus sign counts. */
        ADDRESS
    }

    /** Whether it is sent once for each of several values. */
    public boolean takesSeveral() {
        return type == Type.LIST || type == Type.JSON_LIST;
    }

    public boolean required() {
        return traits.contains(Trait.REQUIRED);
    }

    /**
     * Checks a value that is known before any call is made, such as one in a URI.
     *
     * @throws IllegalArgumentException naming the option and what its values are
     */
    public void check(Object value) {
        for (String text : WireText.of(this, value)) {
            if (prefix != null && !text.isEmpty()) {
                WireText.checkSid(this, text);
            } else if (namedPrefix != null) {
                WireText.checkSidOrName(this, text);
            }
        }
    }

    /** Whether values of this option may appear in logs and errors. */
    public boolean showable() {
        return !traits.contains(Trait.SECRET) && !traits.contains(Trait.PERSONAL);
    }
}
