package dev.conversations.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is answered with one of Twilio's errors. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal of(int code) {
        return of(code, "");
    }

    /** @param subject what the error is about: a parameter, a path or a SID, never what a person wrote */
    static Refusal of(int code, String subject) {
        Shape.Failure failure = Shapes.failure(code);
        return new Refusal(failure.status(), code, failure.text().formatted(subject));
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    /** The error in Twilio's JSON form. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", getMessage());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        body.put("status", status);
        return body;
    }
}
