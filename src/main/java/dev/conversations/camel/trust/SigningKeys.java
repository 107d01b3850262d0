// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import dev.conversations.webhook.Signature;
import dev.conversations.webhook.Signature.Algorithm;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The customer's own keys with which Twilio signs webhooks where its settings say so.
 *
 * @param keys the signatures of each key, by its SID
 */
record SigningKeys(Map<String, Map<Algorithm, Signature>> keys) {

    private static final Pattern SETTINGS =
            Pattern.compile("\\s*key=([A-Za-z0-9]{1,64})\\s*,\\s*algorithm=(HMAC_SHA1|HMAC_SHA256)\\s*");
    private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");

    /**
     * Reads {@code SID=secret}, several comma-separated; null is none.
     *
     * @throws IllegalArgumentException naming the option, never a secret
     */
    static SigningKeys of(String text) {
        Map<String, Map<Algorithm, Signature>> keys = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split(",")) {
            int equals = pair.indexOf('=');
            String sid = pair.substring(0, Math.max(0, equals)).strip();
            String secret = pair.substring(equals + 1).strip();
            if (!SID.matcher(sid).matches() || secret.isEmpty()) {
                throw new IllegalArgumentException("webhookKeys must be SID=secret, several comma-separated, with the SID of the"
                        + " key as Twilio shows it: two letters and 32 hexadecimal digits");
            }
            Map<Algorithm, Signature> signatures = new EnumMap<>(Algorithm.class);
            Arrays.stream(Algorithm.values()).forEach(how -> signatures.put(how, Signature.of(secret, how)));
            keys.put(sid, signatures);
        }
        return new SigningKeys(Map.copyOf(keys));
    }

    /** Who may have signed by these settings; nobody where the key is not known or the settings are odd. */
    List<Signature> named(String settings) {
        Matcher matcher = SETTINGS.matcher(settings);
        Map<Algorithm, Signature> key = matcher.matches() ? keys.get(matcher.group(1)) : null;
        return key == null ? List.of() : List.of(key.get(Algorithm.valueOf(matcher.group(2))));
    }

    /** What a refusal may say of the settings of a request; null when there is nothing amiss with them. */
    String fault(String settings) {
        if (settings == null || !named(settings).isEmpty()) {
            return null;
        }
        Matcher matcher = SETTINGS.matcher(settings);
        return matcher.matches() && SID.matcher(matcher.group(1)).matches()
                ? "it is signed by the key " + matcher.group(1) + ", which webhookKeys does not hold"
                : "it says in an odd way by which key it is signed";
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }
}
