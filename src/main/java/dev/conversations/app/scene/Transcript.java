// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.scene;

import dev.conversations.api.Timing;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What was said, by whom, to whom and how: printed once, as it happens, and kept. */
public final class Transcript {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String INDENT = " ".repeat(12);

    private final PrintStream out;
    private final Timing timing;
    private final Set<Line> lines = new LinkedHashSet<>();

    /**
     * @param out where it is printed
     * @param timing tells when
     */
    public Transcript(PrintStream out, Timing timing) {
        this.out = out;
        this.timing = timing;
    }

    /**
     * One thing said.
     *
     * @param from who said it
     * @param channel how it travelled, such as {@code SMS}
     * @param to who got it
     * @param text what was said
     * @param ids the SIDs by which it is found in the log
     */
    record Line(String from, String channel, String to, String text, String ids) {}

    /** Prints a line that was not said before, and keeps it. */
    synchronized void say(Line line) {
        if (lines.add(line)) {
            String time = LocalTime.ofInstant(timing.now(), ZoneId.systemDefault()).format(CLOCK);
            out.printf("%n  %s  %s  --%s-->  %s%n", time, line.from(), line.channel(), line.to());
            line.text().lines().forEach(text -> out.println(INDENT + text));
            out.println(INDENT + "[" + line.ids() + "]");
            out.flush();
            notifyAll();
        }
    }

    /** Prints a remark, which is not kept. */
    public synchronized void remark(String text) {
        out.println();
        out.println(text);
        out.flush();
    }

    /** The lines so far. */
    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * The first line like this, as soon as it is said.
     *
     * @throws IllegalStateException when it is not said in time
     */
    synchronized Line await(Predicate<Line> wanted, Duration time) throws InterruptedException {
        long end = timing.nanos() + time.toNanos();
        while (lines.stream().noneMatch(wanted)) {
            long left = Duration.ofNanos(end - timing.nanos()).toMillis();
            if (left <= 0) {
                throw new IllegalStateException(
                        "What should have followed did not come within " + time.toSeconds() + " s");
            }
            wait(left);
        }
        return lines.stream().filter(wanted).findFirst().orElseThrow();
    }
}
