// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark.measure;

import java.util.Set;

/** A table of docs/performance.md: ways of doing the same, a row each; the first is what the others are compared to. */
public interface Table {

    String title();

    /** The names of the ways. */
    Set<String> ways();

    /** Has all ways take turns, and prints what they cost. */
    void print() throws Exception;
}
