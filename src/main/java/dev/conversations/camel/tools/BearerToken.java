// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.camel.Message;

/** A secret that a request has to bear; until it is set nobody may come in. */
final class BearerToken {

    private static final int SHORTEST = 16;
    private static final String SCHEME = "Bearer ";

    private final byte[] secret;

    private BearerToken(byte[] secret) {
        this.secret = secret;
    }

    static BearerToken none() {
        return new BearerToken(null);
    }

    /**
     * @param bean whose token it is
     * @throws IllegalArgumentException when it could be guessed
     */
    static BearerToken of(String bean, String token) {
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException("token of %s: must have at least %d characters".formatted(bean, SHORTEST));
        }
        return new BearerToken(bytes(token));
    }

    boolean isBorneBy(Message request) {
        String header = request.getHeader("Authorization", String.class);
        return secret != null && header != null && header.startsWith(SCHEME)
                && MessageDigest.isEqual(secret, bytes(header.substring(SCHEME.length())));
    }

    boolean isSame(BearerToken other) {
        return secret != null && other.secret != null && MessageDigest.isEqual(secret, other.secret);
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
