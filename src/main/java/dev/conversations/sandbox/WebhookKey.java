// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.sandbox.hooks.Signer;
import dev.conversations.webhook.Signature.Algorithm;
import java.util.regex.Pattern;

/**
 * A key of the customer's own that signs webhooks in place of the auth token.
 *
 * @param sid as the component's option {@code webhookKeys} names it: two letters and 32 hexadecimal digits
 * @param secret what signs
 * @param algorithm how
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys">Twilio, shared keys for webhooks</a>
 */
public record WebhookKey(String sid, String secret, Algorithm algorithm) {

    private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");

    /** @throws IllegalArgumentException when the SID is none or the secret is empty; names no secret */
    public WebhookKey {
        if (sid == null || !SID.matcher(sid).matches()) {
            throw new IllegalArgumentException("the SID of a key: use two letters and 32 hexadecimal digits");
        }
        if (secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException("the secret of key " + sid + " is empty");
        }
    }

    /** A key that signs by HMAC-SHA256. */
    public static WebhookKey of(String sid, String secret) {
        return new WebhookKey(sid, secret, Algorithm.HMAC_SHA256);
    }

    public WebhookKey withAlgorithm(Algorithm value) {
        return new WebhookKey(sid, secret, value);
    }

    Signer.Key key() {
        return new Signer.Key(sid, secret, algorithm);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "WebhookKey[" + sid + ", " + algorithm + "]";
    }
}
