// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import java.io.IOException;

/** A file that is not read to its end; asking again would bring the same. */
public final class FileTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    public FileTooLong(long longest) {
        super("The file is longer than " + longest + " bytes");
    }
}
