// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is answered with one of Twilio's errors. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    public Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Refusal of(int code) {
        return of(code, "");
    }

    /** @param subject what the error is about: a parameter, a path or a SID, never what a person wrote */
    public static Refusal of(int code, String subject) {
        Shape.Failure failure = Shapes.failure(code);
        return new Refusal(failure.status(), code, failure.text().formatted(subject));
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    /** The error in Twilio's JSON form. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", getMessage());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        body.put("status", status);
        return body;
    }
}
