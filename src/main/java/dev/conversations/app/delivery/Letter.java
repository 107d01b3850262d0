// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

/**
 * What the bridge wrote on a dead letter, for the day it is tried again.
 *
 * @param home the place where it is tried again
 * @param key keeps it from being sent twice; null when it never had one
 */
record Letter(String home, String key) {
    static final String HOME = "BridgeReplay";
    static final String KEY = "BridgeKey";
    static final String SEAL = "BridgeSignature";
}
