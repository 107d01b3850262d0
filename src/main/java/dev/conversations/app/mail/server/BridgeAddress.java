// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.util.regex.Pattern;

/**
 * The address of the bridge's mailbox. Most mail servers deliver to it as well what is addressed to its name, a separator
 * and any detail: {@code bridge+detail@example.com}.
 *
 * @param address without a detail
 * @param separator between name and detail; empty when the mail server knows no details
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5233">RFC 5233</a>
 */
public record BridgeAddress(String address, String separator) {
    private static final String ADDRESS = "bridge.mail.bridge";
    private static final String SEPARATOR = "bridge.mail.subaddress";
    private static final String NONE = "none";
    private static final Pattern SEPARATORS = Pattern.compile("[-+=_.~#%!]");
    /** What RFC 5321 lets stand before the {@code @}. */
    private static final int LONGEST_NAME = 64;

    /**
     * The address in the settings.
     *
     * @param detail how long details are
     * @throws StartFailure when there cannot be such addresses
     */
    public static BridgeAddress of(Settings settings, int detail) {
        String separator = settings.get(SEPARATOR);
        boolean none = separator.equalsIgnoreCase(NONE);
        if (!none && !SEPARATORS.matcher(separator).matches()) {
            throw new StartFailure(Settings.both(SEPARATOR) + " is '" + separator + "': it can be one of + - = _ . ~ # % !,"
                    + " as your mail server wants it, or none.");
        }
        BridgeAddress bridge = new BridgeAddress(settings.get(ADDRESS), none ? "" : separator);
        int room = LONGEST_NAME - separator.length() - detail;
        if (!none && bridge.name().length() > room && settings.isTrue("bridge.email.enabled")) {
            throw new StartFailure(Settings.both(ADDRESS) + " is too long for signed addresses: before the @ there may be "
                    + room + " characters. Choose a shorter one, or do without with " + SEPARATOR + "=" + NONE
                    + " (" + Settings.variable(SEPARATOR) + ").");
        }
        return bridge;
    }

    /** The address with a detail, or without where the mail server knows none. */
    public String with(String detail) {
        return separator.isEmpty() ? address : beginning() + detail + "@" + domain();
    }

    /** What addresses with a detail begin with. */
    public String beginning() {
        return name() + separator;
    }

    /** Whether what is sent there comes to the bridge's mailbox. */
    public boolean isOwn(String other) {
        int at = other.lastIndexOf('@');
        return address.equalsIgnoreCase(other) || at >= 0 && !separator.isEmpty()
                && domain().equalsIgnoreCase(other.substring(at + 1))
                && other.regionMatches(true, 0, beginning(), 0, beginning().length());
    }

    /** What stands behind the {@code @}. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    private String name() {
        return address.substring(0, Math.max(0, address.indexOf('@')));
    }
}
