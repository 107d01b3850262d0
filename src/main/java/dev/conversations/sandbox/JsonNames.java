package dev.conversations.sandbox;

import java.util.Locale;

/** How Twilio's names are written in JSON. */
final class JsonNames {

    private JsonNames() {}

    /** {@code MessagingBinding.ProxyAddress} or {@code uniqueName} in lower case with underscores, dots kept. */
    static String of(String name) {
        return name.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
