// SPDX-License-Identifier: Apache-2.0
package dev.conversations.orders;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Steps, one after the other, from the first state on.
 *
 * @param end what is wrong after the last; empty when nothing is
 */
public record Trace<S>(List<Step<S>> steps, String end) {

    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    @Override
    public String toString() {
        return names().stream().collect(Collectors.joining(", ", "", end.isEmpty() ? "" : ": " + end));
    }
}
