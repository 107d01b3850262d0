// SPDX-License-Identifier: Apache-2.0
package dev.conversations.soak;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;

/** Twilio, a process of its own: what it keeps of conversations is not what is measured. */
final class SoakTwilio {
    static final String ACCOUNT = "AC" + "5".repeat(32);
    static final String TOKEN = "soak0123456789abcdef0123456789ab";
    static final String SHOP = "+15559990000";

    private SoakTwilio() {}

    /** @param arguments its port */
    public static void main(String[] arguments) throws InterruptedException {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPort(Integer.parseInt(arguments[0]))
                .withAccountSid(ACCOUNT).withAuthToken(TOKEN));
        sandbox.listen(SHOP);
        Thread.currentThread().join();
    }
}
