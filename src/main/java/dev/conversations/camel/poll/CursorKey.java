// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import dev.conversations.api.operation.Operation;
import dev.conversations.camel.state.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Under which key the cursor of a poll is kept: the same for the same poll after a restart, short, without personal data. */
final class CursorKey {

    private CursorKey() {}

    /** The operation, and a fingerprint of the account if it is known and of the options in the order of their names. */
    static String of(Operation operation, String accountSid, Map<String, Object> arguments) {
        List<String> parts = new ArrayList<>();
        parts.add(String.valueOf(accountSid));
        new TreeMap<>(arguments).forEach((name, value) -> {
            if (!name.equals("pageSize")) {
                parts.add(name);
                parts.add(value.toString());
            }
        });
        return operation.name() + " " + Fingerprint.of(parts.toArray(String[]::new));
    }
}
