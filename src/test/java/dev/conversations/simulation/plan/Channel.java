// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.plan;

import static dev.conversations.simulation.plan.Mishap.*;

import java.util.List;
import java.util.stream.Stream;

/** Where something can go wrong: of each, what comes is counted from the begin of the world. */
public enum Channel {
    /** A call of the API. */
    API(200, LIMITED, LIMITED_LONG, ERROR_BEFORE, ERROR_AFTER, RESET_BEFORE, RESET_AFTER, UNREACHABLE, SILENCE_BEFORE, SILENCE_AFTER, SLOW,
            KILLED_BEFORE, KILLED_AFTER),
    /** A call of the API that makes a message. */
    CREATE(12, LIMITED, ERROR_BEFORE, ERROR_AFTER, RESET_BEFORE, RESET_AFTER, UNREACHABLE, SILENCE_BEFORE, SILENCE_AFTER, SLOW, KILLED_BEFORE,
            KILLED_AFTER),
    /** A webhook. */
    HOOK(16, DROPPED, DOUBLED, DOUBLED_LATE, DELAYED, DELAYED_LONG, RESET_BEFORE, RESET_AFTER, KILLED_AFTER),
    /** A statement of a database. */
    DATABASE(400, ERROR_BEFORE, ERROR_AFTER, SLOW, KILLED_BEFORE, KILLED_AFTER, AWAY),
    /** What the route does with a message. */
    WORK(16, ERROR_BEFORE, ERROR_AFTER, SLOW, KILLED_BEFORE, KILLED_AFTER),

    /** What the bridge puts on a queue. */
    QUEUE(30, ERROR_BEFORE, ERROR_AFTER, SLOW, KILLED_BEFORE, KILLED_AFTER, AWAY),

    /** What the bridge takes from a queue. */
    TAKE(30, KILLED_BEFORE, RESET_BEFORE, RESET_AFTER, KILLED_AFTER),

    /** A mail of the bridge. */
    MAIL(16, ERROR_BEFORE, ERROR_AFTER, SLOW, KILLED_BEFORE, KILLED_AFTER);

    private static final List<Channel> EVERYWHERE = List.of(API, CREATE, HOOK, DATABASE);

    /** So many of the first can be met. */
    final int reach;
    final List<Mishap> mishaps;

    /** Those that a world has. */
    static List<Channel> all(boolean bridge) {
        return Stream.concat(EVERYWHERE.stream(), bridge ? Stream.of(QUEUE, TAKE, MAIL) : Stream.of(WORK)).toList();
    }

    Channel(int reach, Mishap... mishaps) {
        this.reach = reach;
        this.mishaps = List.of(mishaps);
    }
}
