// SPDX-License-Identifier: Apache-2.0
package dev.conversations.orders;

import java.util.List;
import java.util.Optional;

/**
 * Something that goes on in steps, of which any that can come next may.
 *
 * @param <S> a state, equal to any other from which the same can follow
 */
public interface Model<S> {

    S first();

    /** All that can come next. */
    List<Step<S>> steps(S state);

    /** What must never be so, in words; empty when all is well. */
    Optional<String> fault(S state);

    /** Whether all is done that is to be done. */
    boolean isDone(S state);
}
