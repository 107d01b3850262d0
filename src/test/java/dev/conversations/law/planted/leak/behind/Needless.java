// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.leak.behind;

/** Public for nobody, unless something else than a class names it. */
public final class Needless {

    private final Needed needed = new Needed();

    public Shown shown() {
        return new Shown();
    }
}
