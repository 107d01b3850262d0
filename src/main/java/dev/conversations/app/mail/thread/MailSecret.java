// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that all marks of conversations in mails are signed with; who knows it can make marks that are taken for ours. */
final class MailSecret {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    MailSecret(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), HMAC);
    }

    /** The first bytes of the keyed hash of a text. */
    byte[] signature(String text, int bytes) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC + " is missing from this Java", e);
        }
    }
}
