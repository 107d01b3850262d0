// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Sids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells who may call: the account with its auth token, its API keys, and whoever shows a token given out for OAuth
 * client credentials.
 *
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to Twilio</a>
 */
public final class Doorkeeper implements Door {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int MAX_TOKENS = 1000;

    private final Map<String, String> passwords;
    private final Map<String, String> clients;
    private final Map<String, Instant> tokens = new LinkedHashMap<>();
    private final Sids sids;
    private final Clock clock;

    /**
     * @param passwords by user: the auth token by account SID, secrets by the SID of API keys
     * @param clients secrets of OAuth clients by id
     */
    public Doorkeeper(Map<String, String> passwords, Map<String, String> clients, Sids sids, Clock clock) {
        this.passwords = new HashMap<>(passwords);
        this.clients = clients;
        this.sids = sids;
        this.clock = clock;
    }

    /** @throws Refusal when the {@code Authorization} header is missing or proves nothing */
    void check(String header) {
        String[] words = header == null ? new String[0] : header.trim().split(" +");
        boolean right = words.length == 2
                && (words[0].equalsIgnoreCase("Basic") ? basic(words[1])
                        : words[0].equalsIgnoreCase("Bearer") && bearer(words[1]));
        if (!right) {
            throw Refusal.of(20003);
        }
    }

    @Override
    public boolean takes(String path) {
        return path.equals("/v2/token");
    }

    /** Gives out a token for client credentials. */
    @Override
    public Answer answer(Incoming request) {
        request.require("POST");
        if (!"client_credentials".equals(request.parameter("grant_type"))) {
            throw Refusal.of(20001, "Invalid parameter grant_type: expected client_credentials");
        }
        if (!same(clients.get(request.parameter("client_id")), request.parameter("client_secret"))) {
            throw Refusal.of(20003);
        }
        String token = sids.hex() + sids.hex();
        synchronized (tokens) {
            if (tokens.size() == MAX_TOKENS) {
                tokens.remove(tokens.keySet().iterator().next());
            }
            tokens.put(token, clock.instant().plus(LIFETIME));
        }
        return new Answer(200, Map.of(
                "access_token", token, "token_type", "Bearer", "expires_in", LIFETIME.toSeconds()));
    }

    private boolean basic(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon > 0 && same(passwords.get(text.substring(0, colon)), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean bearer(String token) {
        synchronized (tokens) {
            return tokens.containsKey(token) && clock.instant().isBefore(tokens.get(token));
        }
    }

    private static boolean same(String right, String given) {
        return right != null && given != null && MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
