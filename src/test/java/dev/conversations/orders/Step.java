// SPDX-License-Identifier: Apache-2.0
package dev.conversations.orders;

/**
 * What comes next.
 *
 * @param mishap whether things go well without it, so that nothing may need it to be done
 * @param after the state that it leads to
 */
public record Step<S>(String name, boolean mishap, S after) {

    public static <S> Step<S> of(String name, S after) {
        return new Step<>(name, false, after);
    }

    public static <S> Step<S> mishap(String name, S after) {
        return new Step<>(name, true, after);
    }
}
