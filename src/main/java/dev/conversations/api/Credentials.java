// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Proves to Twilio who calls. Implementations are thread-safe. */
public interface Credentials {

    /**
     * The value of the {@code Authorization} header.
     *
     * @throws IOException when it had to be fetched and could not
     */
    String authorization() throws IOException;

    /**
     * Tells that Twilio refused this value with a 401.
     *
     * @return whether another value may fare better, so that the call is worth one more try
     */
    default boolean refused(String authorization) {
        return false;
    }

    /** What to look at when Twilio refuses them: names options and SIDs, never a secret. */
    default String advice() {
        return "check the credentials, and that they are of the region that is called";
    }

    /**
     * User and password: account SID and auth token, or API key SID and secret.
     *
     * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to Twilio</a>
     */
    static Credentials basic(String user, String password) {
        String header = "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        boolean key = user.startsWith("SK");
        return new Credentials() {

            @Override
            public String authorization() {
                return header;
            }

            @Override
            public String advice() {
                return "check %s (%s) and %s, and that they are of the region that is called".formatted(
                        key ? "apiKeySid" : "accountSid", user, key ? "apiKeySecret" : "authToken");
            }
        };
    }
}
