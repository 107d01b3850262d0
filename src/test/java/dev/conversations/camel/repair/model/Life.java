// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

import java.util.Collections;
import java.util.List;

/**
 * What a process knows as long as it runs.
 *
 * @param stages of the messages, by their index
 * @param line the messages whose webhooks wait for their turn
 * @param turns the webhooks whose turn it is: one at most, unless they come without turns
 * @param look what looks for messages of which no webhook told; null between looks
 * @param reached the index of the last message that was finished in turn
 */
public record Life(List<Stage> stages, List<Integer> line, List<Turn> turns, Look look, int reached) {

    /** A webhook in its turn: {@code at} is the message that is offered to the route, its own one or one before it. */
    public record Turn(int message, int at) {}

    /** A look: {@code at} is the message that is offered to the route; where that is the end, the cursor is kept next. */
    public record Look(int at, int end) {

        boolean isOver() {
            return at == end;
        }
    }

    static Life of(int messages) {
        return new Life(Collections.nCopies(messages, Stage.NONE), List.of(), List.of(), null, Kept.NOTHING);
    }

    Life with(int message, Stage stage) {
        return new Life(Lists.set(stages, message, stage), line, turns, look, reached);
    }

    Life waits(int message) {
        return new Life(stages, Lists.add(line, message), turns, look, reached);
    }

    /** The turn of the first in the line begins, with what is not known to be finished. */
    Life begins(int cursor) {
        int first = line.get(0);
        return new Life(stages, line.subList(1, line.size()), List.of(), look, reached)
                .turns(new Turn(first, Math.min(first, Math.max(reached, cursor) + 1)));
    }

    Life turns(Turn turn) {
        return new Life(stages, line, Lists.add(turns, turn), look, reached);
    }

    /** What was offered in a turn is finished, or is not now. */
    Life offered(Turn turn, boolean finished) {
        List<Turn> others = Lists.remove(turns, turn);
        Life after = new Life(stages, line, others, look, finished ? Math.max(reached, turn.at()) : reached);
        return finished && turn.at() < turn.message() ? after.turns(new Turn(turn.message(), turn.at() + 1)) : after;
    }

    Life looks(Look newLook) {
        return new Life(stages, line, turns, newLook, reached);
    }
}
