package dev.conversations.api.text;

/** A name that somebody gave, fit for a log: what cannot be a name may be a person's. */
public final class ShownName {

    private static final String NAME = "[A-Za-z][A-Za-z0-9_.-]{0,63}";

    private ShownName() {}

    /** The name, or that it is none. */
    public static String of(String name) {
        return name.matches(NAME) ? name : "(no name)";
    }
}
