// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

/** The channels that carry messages, told by the form of an address. */
public final class Channel {

    private Channel() {}

    /** The channel of an address, such as {@code sms}; null when it has the form of none. */
    public static String of(String address) {
        if (address == null) {
            return null;
        }
        for (String channel : new String[] {"whatsapp", "messenger", "rcs"}) {
            if (address.startsWith(channel + ":")) {
                return address.length() > channel.length() + 1 ? channel : null;
            }
        }
        if (address.startsWith("urn:mbid:")) {
            return "apple";
        }
        if (address.matches("[^@\\s]+@[^@\\s]+")) {
            return "email";
        }
        return address.matches("\\+?\\d{3,15}") ? "sms" : null;
    }
}
