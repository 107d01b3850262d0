// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that is to happen in a world. It is written {@code 42} or, where less than all of it is to happen, {@code 42:0,3,7} with the numbers
 * of what is left.
 *
 * @param skews by how many milliseconds the clock of each node is wrong
 * @param parts steps and faults
 * @param kept the numbers of the parts that are to happen
 */
public record Plan(long seed, List<Integer> skews, List<Object> parts, List<Integer> kept) {

    private static final int FIRST = 3_000;
    private static final int LAST = 35_000;
    private static final int MOST_NODES = 2;
    private static final int MOST_PERSONS = 3;
    private static final int MOST_MESSAGES = 5;
    private static final int MOST_FAULTS = 9;
    private static final int MOST_TROUBLES = 4;
    /** So soon after another step that what it began may not be over. */
    private static final int NEAR = 300;
    private static final int MOST_SKEW = 400;
    /** Each so manieth world is one of bridges. */
    private static final int BRIDGES = 20;

    /** What the seed draws, whole. */
    public static Plan of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int nodes = 1 + random.nextInt(MOST_NODES);
        List<Integer> skews = IntStream.range(0, nodes).mapToObj(node -> random.nextInt(2 * MOST_SKEW) - MOST_SKEW).toList();
        List<Object> parts = new ArrayList<>(steps(random, nodes));
        List<Channel> channels = Channel.all(isBridge(seed));
        int faults = random.nextInt(MOST_FAULTS + 1);
        for (int fault = 0; fault < faults; fault++) {
            Channel channel = channels.get(random.nextInt(channels.size()));
            parts.add(new Fault(channel, random.nextInt(channel.reach), channel.mishaps.get(random.nextInt(channel.mishaps.size()))));
        }
        return new Plan(seed, skews, parts, IntStream.range(0, parts.size()).boxed().toList());
    }

    private static boolean isBridge(long seed) {
        return Math.floorMod(seed, BRIDGES) == BRIDGES - 1;
    }

    /** What was written down. */
    public static Plan parse(String text) {
        String[] words = text.split(":", 2);
        Plan whole = of(Long.parseLong(words[0].strip()));
        return words.length == 1 ? whole
                : whole.with(Arrays.stream(words[1].split(",")).filter(word -> !word.isBlank()).map(word -> Integer.valueOf(word.strip())).toList());
    }

    private static List<Step> steps(Random random, int nodes) {
        List<Step> steps = new ArrayList<>();
        int persons = 1 + random.nextInt(MOST_PERSONS);
        for (int person = 0; person < persons; person++) {
            int messages = 1 + random.nextInt(MOST_MESSAGES);
            for (int message = 0; message < messages; message++) {
                steps.add(new Step(moment(random), Step.Kind.WRITES, person));
            }
        }
        int troubles = random.nextInt(MOST_TROUBLES + 1);
        for (int trouble = 0; trouble < troubles; trouble++) {
            Step.Kind kind = Step.Kind.values()[1 + random.nextInt(Step.Kind.values().length - 1)];
            int near = steps.get(random.nextInt(steps.size())).millis() + random.nextInt(NEAR);
            steps.add(new Step(random.nextBoolean() ? near : moment(random), kind, random.nextInt(nodes)));
        }
        steps.sort(Comparator.comparingInt(Step::millis));
        return steps;
    }

    private static int moment(Random random) {
        return FIRST + random.nextInt(LAST - FIRST);
    }

    /** The same with these parts only. */
    public Plan with(List<Integer> numbers) {
        return new Plan(seed, skews, parts, List.copyOf(new TreeSet<>(numbers)));
    }

    /** Whether its nodes are bridges, with a broker and a mail server; otherwise they are routes that answer. */
    public boolean isBridge() {
        return isBridge(seed);
    }

    public int nodes() {
        return skews.size();
    }

    public Duration skew(int node) {
        return Duration.ofMillis(skews.get(node));
    }

    public List<Step> steps() {
        return kept.stream().map(parts::get).filter(Step.class::isInstance).map(Step.class::cast).toList();
    }

    public List<Fault> faults() {
        return kept.stream().map(parts::get).filter(Fault.class::isInstance).map(Fault.class::cast).toList();
    }

    @Override
    public String toString() {
        return kept.size() == parts.size() ? String.valueOf(seed)
                : seed + ":" + kept.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
