// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * An area of the page that whoever runs the sandbox fills, such as a mailbox. Its texts are shown as they are, never as
 * markup; what is secret does not belong there.
 */
public interface Panel {

    /**
     * A row.
     *
     * @param id tells it from others in the area
     * @param at when; null for things that are rather than happen
     * @param title what it is
     * @param note what else is to be seen at once
     */
    record Row(String id, Instant at, String title, String note) {}

    /** What it is called, in a word. */
    String title();

    /** What is there now, in the order in which it is shown; 100 of them are. Asked about once a second while somebody looks. */
    List<Row> rows();

    /** What a row holds, shown when somebody opens it; null when it is gone. */
    String content(String id);
}
