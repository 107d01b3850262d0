// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A call that waits for a person's yes, and what became of it: it runs once, as it was shown, or never. */
final class Approval {

    enum State { WAITING, RUNNING, DONE, REFUSED, EXPIRED }

    private final String id;
    private final Tool tool;
    private final Map<String, Object> arguments;
    private final Instant since;
    private State state = State.WAITING;
    private Map<String, Object> result;

    Approval(String id, Tool tool, Map<String, Object> arguments, Instant since) {
        this.id = id;
        this.tool = tool;
        this.arguments = arguments;
        this.since = since;
    }

    String id() {
        return id;
    }

    Tool tool() {
        return tool;
    }

    Map<String, Object> arguments() {
        return arguments;
    }

    synchronized boolean waits() {
        return state == State.WAITING;
    }

    /** Runs it unless it has been answered before; whether it does. */
    boolean run(Supplier<Map<String, Object>> call) {
        if (!turn(State.RUNNING)) {
            return false;
        }
        Map<String, Object> came = call.get();
        synchronized (this) {
            result = came;
            state = State.DONE;
        }
        return true;
    }

    /** Whether it waited, so that it now is refused. */
    boolean refuse() {
        return turn(State.REFUSED);
    }

    /** Nobody answered a call that was asked for before then. */
    void expire(Instant oldest) {
        if (since.isBefore(oldest)) {
            turn(State.EXPIRED);
        }
    }

    private synchronized boolean turn(State next) {
        boolean waited = state == State.WAITING;
        state = waited ? next : state;
        return waited;
    }

    /** All of it, for the person who decides and for the model that asked. */
    synchronized Map<String, Object> told() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("state", state.name());
        map.put("tool", tool.name());
        map.put("title", tool.title());
        map.put("arguments", arguments);
        map.put("since", since.toString());
        if (result != null) {
            map.put("result", result);
        }
        return map;
    }
}
