// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

/** A name that somebody gave, fit for a log: what cannot be a name may be a person's. */
public final class ShownName {

    /** Neither a number nor an id such as WhatsApp gives people is one. */
    private static final String NAME = "(?!.*\\d{7})(?![A-Z]{2}\\.)[A-Za-z][A-Za-z0-9_.-]{0,63}";

    private ShownName() {}

    /** The name, or that it is none. */
    public static String of(String name) {
        return name.matches(NAME) ? name : "(no name)";
    }
}
