// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import dev.conversations.sandbox.call.Arguments;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Incoming;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The switches of a sandbox over HTTP: a form sets those that it names. */
public final class Switches {

    private final Switchboard sandbox;

    public Switches(Switchboard sandbox) {
        this.sandbox = sandbox;
    }

    /** @throws Refusal when a value is none */
    Answer set(Incoming form) {
        try {
            if (form.parameter("Throttle") != null) {
                boolean wait = form.parameter("RetryAfter") != null;
                sandbox.throttle(number(form, "Throttle", 0),
                        wait ? Duration.ofSeconds(number(form, "RetryAfter", 0)) : null);
            }
            if (List.of("Copies", "DropEvery", "Reorder", "DelayMillis").stream().anyMatch(form.form()::containsKey)) {
                sandbox.disturb(number(form, "Copies", 1), number(form, "DropEvery", 0),
                        Boolean.parseBoolean(form.parameter("Reorder")),
                        Duration.ofMillis(number(form, "DelayMillis", 0)));
            }
            if (form.parameter("OpeningMillis") != null) {
                sandbox.opening(Duration.ofMillis(number(form, "OpeningMillis", 0)));
            }
            if (form.parameter("Advance") != null) {
                sandbox.advance(Arguments.span(form.parameter("Advance")));
            }
            if (form.parameter("Sink") != null) {
                sandbox.stream(URI.create(form.parameter("Sink")), Boolean.parseBoolean(form.parameter("Batch")));
            }
            if (form.parameter("Keys") != null) {
                sandbox.sign(keys(form.parameter("Keys")), algorithm(form));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.of(20001, "A switch is wrong: " + e.getMessage());
        }
        return new Answer(200, Map.of("time", sandbox.now().toString()));
    }

    /** The secrets of {@code SID=secret}, several comma-separated, by SID. */
    private static Map<String, String> keys(String text) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.split(",")) {
            int equals = pair.indexOf('=');
            keys.put(pair.substring(0, Math.max(0, equals)).strip(), pair.substring(equals + 1).strip());
        }
        return keys;
    }

    private static String algorithm(Incoming form) {
        String given = form.parameter("Algorithm");
        if (given != null && !given.matches("HMAC_SHA(1|256)")) {
            throw new IllegalArgumentException("Algorithm takes HMAC_SHA256 or HMAC_SHA1");
        }
        return given == null ? "HMAC_SHA256" : given;
    }

    private static int number(Incoming form, String name, int otherwise) {
        try {
            return form.parameter(name) == null ? otherwise : Integer.parseUnsignedInt(form.parameter(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a whole number");
        }
    }
}
