// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of dead letters, over their body, the place where they are tried again, and their key. So what comes back
 * is known to be what the bridge kept, and to have been at that place before: who may have letters tried again can put
 * nothing else anywhere.
 */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "dead letter".getBytes(UTF_8);

    private final SecretKeySpec key;

    /** @param secret has to stay the same as long as there are letters */
    public Seal(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    /**
     * The signature.
     *
     * @param body null for none
     * @param key null for none
     * @return null for a letter without a home, which nothing can try again
     */
    public String of(byte[] body, String home, String key) {
        if (home == null) {
            return null;
        }
        Mac mac = mac();
        mac.update(PURPOSE);
        update(mac, home.getBytes(UTF_8));
        update(mac, Objects.requireNonNullElse(key, "").getBytes(UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(body == null ? new byte[0] : body));
    }

    /** The letter that this is; null unless it bears the seal and is whole. */
    Letter letter(Arrival arrival, byte[] body) {
        Letter claimed = new Letter(arrival.property(Letter.HOME), arrival.property(Letter.KEY));
        String seal = of(body, claimed.home(), claimed.key());
        String borne = arrival.property(Letter.SEAL);
        return seal != null && borne != null
                && MessageDigest.isEqual(seal.getBytes(UTF_8), borne.getBytes(UTF_8)) ? claimed : null;
    }

    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
        }
    }
}
