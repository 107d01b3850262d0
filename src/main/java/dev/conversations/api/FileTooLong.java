package dev.conversations.api;

import java.io.IOException;

/** A file that is not read to its end; asking again would bring the same. */
final class FileTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    FileTooLong(long longest) {
        super("The file is longer than " + longest + " bytes");
    }
}
