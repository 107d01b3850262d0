// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies Twilio's requests: HMAC-SHA1, keyed with the auth token, of the full URL followed by the name and
 * value of every form parameter in code-point order. A body that is no form is vouched for by its SHA-256 in the query.
 *
 * <p>An instance holds one token, made ready to sign: who verifies many requests keeps it.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio, webhooks security</a>
 */
public final class Signature {

    /**
     * The request header that says by which key of the customer, and how, the request is signed, such as
     * {@code key=<SID>,algorithm=HMAC_SHA256}; without it by the auth token and HMAC-SHA1.
     */
    public static final String SETTINGS_HEADER = "X-Twilio-Webhooks-Signature-Settings";

    /** The request header that carries the signature. */
    public static final String HEADER = "X-Twilio-Signature";

    private static final String BODY_HASH = "bodySHA256=";

    private final String token;
    private final Algorithm algorithm;
    private final Mac keyed;

    private Signature(String token, Algorithm algorithm, Mac keyed) {
        this.token = token;
        this.algorithm = algorithm;
        this.keyed = keyed;
    }

    /** How it is signed; the names are Twilio's. */
    public enum Algorithm {
        HMAC_SHA1("HmacSHA1"), HMAC_SHA256("HmacSHA256");

        private final String mac;

        Algorithm(String mac) {
            this.mac = mac;
        }
    }

    /** The signatures that an auth token makes. */
    public static Signature of(String token) {
        return of(token, Algorithm.HMAC_SHA1);
    }

    /** The signatures that the secret of a key makes. */
    public static Signature of(String secret, Algorithm algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm.mac);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm.mac));
            return new Signature(secret, algorithm, mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm.mac + " is missing in this Java", e);
        }
    }

    /** The Base64 signature that this token makes of a form request. */
    public String sign(String url, Map<String, List<String>> parameters) {
        return Base64.getEncoder().encodeToString(sign(url.getBytes(StandardCharsets.UTF_8), SignedText.of(parameters)));
    }

    /** The Base64 signature of a request that is its URL: a GET, or a body whose hash the query holds. */
    public static String sign(String token, String url) {
        return sign(token, url, Map.of());
    }

    /** The Base64 signature of a form request; the values of a repeated parameter are a set. */
    public static String sign(String token, String url, Map<String, List<String>> parameters) {
        return of(token).sign(url, parameters);
    }

    /** The URL that is to be called and signed for a body that is no form: its hash is added to the query. */
    public static String urlFor(String url, byte[] body) {
        return url + (url.indexOf('?') < 0 ? '?' : '&') + BODY_HASH + sha256(body);
    }

    /**
     * Whether one of the tokens signed a form or GET request.
     *
     * @param url as Twilio was told it, with the query as received; the usual variants are tried as well
     * @param signature the value of the header; null is never right
     */
    public static boolean verify(
            Collection<String> tokens, String url, Map<String, List<String>> parameters, String signature) {
        SignedRequest request = SignedRequest.form(parameters, signature);
        return tokens.stream().map(Signature::of).anyMatch(token -> request.isBy(token, url));
    }

    /** As {@link #verify} for a body that is no form: its SHA-256 must be the one in the query. */
    public static boolean verifyBody(Collection<String> tokens, String url, byte[] body, String signature) {
        SignedRequest request = SignedRequest.body(body, signature);
        return tokens.stream().map(Signature::of).anyMatch(token -> request.isBy(token, url));
    }

    /** Whether the query of the URL holds the hash of the body, once. */
    static boolean holdsHash(String url, byte[] body) {
        String query = url.substring(url.indexOf('?') + 1);
        List<String> hashes = Arrays.stream(query.split("&")).filter(field -> field.startsWith(BODY_HASH)).toList();
        byte[] right = (BODY_HASH + sha256(body)).getBytes(StandardCharsets.UTF_8);
        return hashes.size() == 1 && MessageDigest.isEqual(right, hashes.get(0).getBytes(StandardCharsets.UTF_8));
    }

    /** The signature of a URL and what follows it. */
    byte[] sign(byte[] url, byte[] text) {
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update(url);
            return mac.doFinal(text);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(algorithm.mac + " of this Java cannot be copied", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature && signature.token.equals(token) && signature.algorithm == algorithm;
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    /** Tells no token. */
    @Override
    public String toString() {
        return "signatures of a token";
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }
}
