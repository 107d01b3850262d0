// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.list;

import dev.conversations.api.text.PercentText;
import java.io.IOException;
import java.net.URI;

/** Where a list goes on: path and query of what Twilio named, since the host is always ours. */
public final class NextPage {

    private static final String HOST = "^([A-Za-z]+:)?//[^/?#]*";

    private NextPage() {}

    /**
     * The address of the next page; null when there is none. What should have been escaped in it is.
     *
     * @throws IOException when it is none of the API
     */
    public static URI of(String address) throws IOException {
        if (address == null) {
            return null;
        }
        String path = address.replaceFirst(HOST, "");
        if (!path.startsWith("/v1/")) {
            throw new IOException("The next page lies outside the API");
        }
        return URI.create(new PercentText().address(path).toString());
    }
}
