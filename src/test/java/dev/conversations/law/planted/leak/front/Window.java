// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.leak.front;

import dev.conversations.law.planted.leak.behind.Needed;
import java.util.List;

/** Shows users what is behind. */
public final class Window {

    public List<Needed> shown() {
        return List.of();
    }

    Needed hidden() {
        return null;
    }
}
