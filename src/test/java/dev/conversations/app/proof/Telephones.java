// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import java.util.stream.IntStream;

/** Twilio and people's telephones: the sandbox, as a program. Some people cannot be reached. */
final class Telephones {
    static final String SHOP = "+15559990000";
    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    /** Twilio's error of a handset that nobody reaches. */
    private static final int UNREACHABLE = 30003;

    private Telephones() {}

    /** The number of one who can be reached. */
    static String number(int person) {
        return "+1555100%04d".formatted(person);
    }

    /** The number of one who cannot. */
    static String hopeless(int person) {
        return "+1555200%04d".formatted(person);
    }

    /** @param arguments the port, and how many cannot be reached */
    public static void main(String[] arguments) throws Exception {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPort(Integer.parseInt(arguments[0]))
                .withAccountSid(ACCOUNT).withAuthToken(TOKEN));
        IntStream.range(0, Integer.parseInt(arguments[1])).forEach(person -> sandbox.phone(hopeless(person)).failing(UNREACHABLE));
        Thread.currentThread().join();
    }
}
