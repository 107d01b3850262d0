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
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies Twilio's requests: HMAC-SHA1, keyed with the auth token, of the full URL followed by the name and
 * value of every form parameter in code-point order. A body that is no form is vouched for by its SHA-256 in the query.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio, webhooks security</a>
 */
public final class Signature {
    /** The request header that carries the signature. */
    public static final String HEADER = "X-Twilio-Signature";

    private static final String BODY_HASH = "bodySHA256=";
    private static final String MAC = "HmacSHA1";

    private Signature() {}

    /** The Base64 signature of a request that is its URL: a GET, or a body whose hash the query holds. */
    public static String sign(String token, String url) {
        return sign(token, url, Map.of());
    }

    /** The Base64 signature of a form request; the values of a repeated parameter are a set. */
    public static String sign(String token, String url, Map<String, List<String>> parameters) {
        return sign(mac(token), url, signedText(parameters));
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
        if (signature == null) {
            return false;
        }
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        byte[] text = signedText(parameters);
        List<String> urls = SignedUrl.candidates(url);
        for (String token : tokens) {
            Mac mac = mac(token);
            for (String candidate : urls) {
                byte[] right = sign(mac, candidate, text).getBytes(StandardCharsets.UTF_8);
                if (MessageDigest.isEqual(right, given)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As {@link #verify} for a body that is no form: its SHA-256 must be the one in the query. */
    public static boolean verifyBody(Collection<String> tokens, String url, byte[] body, String signature) {
        return verify(tokens, url, Map.of(), signature) && holdsHash(url, body);
    }

    private static boolean holdsHash(String url, byte[] body) {
        String query = url.substring(url.indexOf('?') + 1);
        List<String> hashes = Arrays.stream(query.split("&")).filter(field -> field.startsWith(BODY_HASH)).toList();
        byte[] right = (BODY_HASH + sha256(body)).getBytes(StandardCharsets.UTF_8);
        return hashes.size() == 1 && MessageDigest.isEqual(right, hashes.get(0).getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(Mac mac, String url, byte[] text) {
        mac.update(url.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(text));
    }

    private static byte[] signedText(Map<String, List<String>> parameters) {
        Map<String, List<String>> sorted = new TreeMap<>(Signature::byCodePoint);
        sorted.putAll(parameters);
        StringBuilder text = new StringBuilder(512);
        sorted.forEach((name, values) -> {
            if (values.size() == 1) {
                text.append(name).append(values.get(0));
            } else {
                Collection<String> distinct = new TreeSet<>(Signature::byCodePoint);
                distinct.addAll(values);
                distinct.forEach(value -> text.append(name).append(value));
            }
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Differs from the order of Strings where a surrogate meets a character above it. */
    private static int byCodePoint(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean beyond = Character.isSurrogate(x);
                return beyond == Character.isSurrogate(y) ? x - y : beyond ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }

    private static Mac mac(String token) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(MAC + " is missing in this Java", e);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }
}
