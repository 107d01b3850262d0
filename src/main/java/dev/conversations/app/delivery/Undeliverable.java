// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

/** Why a message goes to the dead letters; the reason holds nothing personal. */
public class Undeliverable extends Exception {
    private static final long serialVersionUID = 1;

    public Undeliverable(String reason) {
        super(reason);
    }
}
