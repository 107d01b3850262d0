package dev.conversations.camel.poll;

import java.util.List;

/** Finds what is new in a list. A cursor is a text that says how far a reader got. */
interface NewItems {

    /** The cursor of a reader who has seen all that is in the list now. */
    String now();

    /**
     * The oldest items after the cursor, oldest first.
     *
     * @param cursor null for all items from the beginning
     * @param most the most items to find
     */
    List<Object> after(String cursor, int most);

    /** The cursor of a reader who had got to the cursor and then saw the item. */
    String moved(String cursor, Object item);
}
