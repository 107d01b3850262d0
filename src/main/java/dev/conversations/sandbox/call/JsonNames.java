// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import java.util.Locale;

/** How Twilio's names are written in JSON. */
public final class JsonNames {

    private JsonNames() {}

    /** {@code MessagingBinding.ProxyAddress} or {@code uniqueName} in lower case with underscores, dots kept. */
    public static String of(String name) {
        return name.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
