// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A request that says who signed it. However many tokens and URLs are tried, what is signed is put together once; and
 * once the signer is known, others are only compared with it.
 */
public final class SignedRequest {

    private static final byte[] UNREADABLE = {};

    private final Map<String, List<String>> form;
    private final byte[] body;
    private final byte[] signature;
    private byte[] text;
    private Signature signer;
    private String signed;

    private SignedRequest(Map<String, List<String>> form, byte[] body, String signature) {
        this.form = form;
        this.body = body;
        this.signature = decoded(signature);
    }

    /**
     * A form, or a GET, which has no fields.
     *
     * @param signature the value of the header {@link Signature#HEADER}; null is never right
     */
    public static SignedRequest form(Map<String, List<String>> form, String signature) {
        return new SignedRequest(form, null, signature);
    }

    /** A body that is no form: its SHA-256 must be in the query. */
    public static SignedRequest body(byte[] body, String signature) {
        return new SignedRequest(Map.of(), body, signature);
    }

    /**
     * Whether the token signed it.
     *
     * @param url as Twilio was told it, with the query as received; the usual variants are tried as well
     */
    public boolean isBy(Signature token, String url) {
        if (signature.length == 0 || signer != null && !signer.equals(token)) {
            return false;
        }
        boolean right = isRight(token, SignedUrl.plain(url))
                || SignedUrl.variants(url).stream().anyMatch(variant -> isRight(token, variant));
        return right && (body == null || Signature.holdsHash(url, body));
    }

    /** Whether it is known already that none of the tokens signed it. */
    public boolean isByOther(Collection<Signature> tokens) {
        return signature.length == 0 || signer != null && !tokens.contains(signer);
    }

    private boolean isRight(Signature token, String url) {
        if (signer == null && MessageDigest.isEqual(token.sign(url.getBytes(StandardCharsets.UTF_8), text()), signature)) {
            signer = token;
            signed = url;
        }
        return url.equals(signed);
    }

    private byte[] text() {
        if (text == null) {
            text = SignedText.of(form);
        }
        return text;
    }

    /** The bytes of a signature written as Twilio writes it, and in no other way. */
    private static byte[] decoded(String signature) {
        try {
            byte[] decoded = signature == null ? UNREADABLE : Base64.getDecoder().decode(signature);
            return Base64.getEncoder().encodeToString(decoded).equals(signature) ? decoded : UNREADABLE;
        } catch (IllegalArgumentException e) {
            return UNREADABLE;
        }
    }
}
