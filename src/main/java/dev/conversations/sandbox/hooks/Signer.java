// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.webhook.Signature;
import dev.conversations.webhook.Signature.Algorithm;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signs requests as Twilio does: with the auth token, or with keys of the customer, each in turn, and then says with which.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys">Twilio, shared keys for webhooks</a>
 */
public final class Signer {

    /** A key of the customer. */
    public record Key(String sid, String secret, Algorithm algorithm) {

        @Override
        public String toString() {
            return "Key[" + sid + "]";
        }
    }

    private final Signature token;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Key> keys = List.of();

    public Signer(String authToken) {
        token = Signature.of(authToken);
    }

    /** Signs with these from now on; with the auth token if there is none. */
    public void use(List<Key> chosen) {
        keys = List.copyOf(chosen);
    }

    /** Signs a request to the URL with the fields of a form, none for any other request. */
    void sign(HttpRequest.Builder request, String url, Map<String, List<String>> form) {
        List<Key> several = keys;
        if (several.isEmpty()) {
            request.header(Signature.HEADER, token.sign(url, form));
            return;
        }
        Key key = several.get(Math.floorMod(turn.getAndIncrement(), several.size()));
        request.header(Signature.SETTINGS_HEADER, "key=" + key.sid() + ",algorithm=" + key.algorithm())
                .header(Signature.HEADER, Signature.of(key.secret(), key.algorithm()).sign(url, form));
    }
}
