// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import dev.conversations.camel.listen.HttpRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** The proxies whose word is taken for what URL was called: {@code X-Forwarded-Proto, -Host, -Port, -Prefix} or
 * {@code Forwarded}. */
record Proxies(List<Network> networks) {

    /** All addresses that begin with the first bits of this one. */
    record Network(InetAddress address, int bits) {
        boolean holds(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] its = other.getAddress();
            if (mine.length != its.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((mine[bit / 8] ^ its[bit / 8]) & 0x80 >> bit % 8) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads addresses and networks such as {@code 10.0.0.0/8, ::1}; null is none.
     *
     * @throws IllegalArgumentException naming what is neither
     */
    static Proxies of(String text) {
        return new Proxies(text == null ? List.of() : Arrays.stream(text.split(",")).map(Proxies::network).toList());
    }

    /** Scheme, host and prefix as a trusted proxy says Twilio called them, else as received. */
    String origin(HttpRequest request) {
        if (!trusts(request.peer())) {
            return request.origin();
        }
        Forwarded forwarded = Forwarded.of(request, this::trusts);
        int scheme = request.origin().indexOf("://");
        String proto = forwarded.proto() == null ? request.origin().substring(0, scheme) : forwarded.proto();
        String host = forwarded.host() == null ? request.origin().substring(scheme + 3) : forwarded.host();
        String port = forwarded.port();
        boolean usual = port == null || port.equals(proto.equals("https") ? "443" : "80");
        boolean named = host.lastIndexOf(':') > host.lastIndexOf(']');
        return proto + "://" + host + (usual || named ? "" : ":" + port) + prefix(forwarded.prefix());
    }

    private static String prefix(String prefix) {
        String bare = prefix == null ? "" : prefix.replaceAll("^/+|(?<!/)/++$", "");
        return bare.isEmpty() ? "" : "/" + bare;
    }

    private boolean trusts(String peer) {
        if (peer == null || networks.isEmpty()) {
            return false;
        }
        InetAddress address = address(peer.split("%", 2)[0]);
        return address != null && networks.stream().anyMatch(network -> network.holds(address));
    }

    private static Network network(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = address(parts[0]);
        int all = address == null ? 0 : address.getAddress().length * 8;
        int bits = parts.length == 1 ? all : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (address == null || bits < 0 || bits > all) {
            throw new IllegalArgumentException("trustedProxies: '" + text.strip()
                    + "' is neither an address nor a network, such as 10.0.0.5 or 10.0.0.0/8");
        }
        return new Network(address, bits);
    }

    /** The address, or null for what is none; names are never looked up. */
    private static InetAddress address(String text) {
        try {
            return text.matches("[0-9.]+|(?=[^:]*+:)[0-9a-fA-F:.]+") ? InetAddress.getByName(text) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
