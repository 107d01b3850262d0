// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What calls, lists and webhooks cost beside other ways of doing the same; started by hand, see docs/performance.md. */
public final class Benchmarks {

    private static final Map<String, Maker> COMPARISONS = comparisons();

    private Benchmarks() {}

    /** @param names of the comparisons to make; all when there is none */
    public static void main(String[] names) throws Exception {
        List<String> wanted = names.length == 0 ? names() : Arrays.asList(names);
        if (!names().containsAll(wanted)) {
            throw new IllegalArgumentException("No such comparison; there are " + String.join(", ", names()));
        }
        System.out.printf("%n## Java %d%n", Runtime.version().feature());
        try (Calls calls = Calls.start(); Webhooks webhooks = Webhooks.start(); Traffic traffic = new Traffic()) {
            for (String name : wanted) {
                COMPARISONS.get(name).make(calls, webhooks, traffic).print();
            }
        }
    }

    static List<String> names() {
        return List.copyOf(COMPARISONS.keySet());
    }

    static List<Comparison> all(Calls calls, Webhooks webhooks, Traffic traffic) {
        return COMPARISONS.values().stream().map(maker -> maker.make(calls, webhooks, traffic)).toList();
    }

    private interface Maker {
        Comparison make(Calls calls, Webhooks webhooks, Traffic traffic);
    }

    private static Map<String, Maker> comparisons() {
        Map<String, Maker> comparisons = new LinkedHashMap<>();
        comparisons.put("create", (calls, webhooks, traffic) -> calls.create());
        comparisons.put("list", (calls, webhooks, traffic) -> calls.list());
        comparisons.put("signature", (calls, webhooks, traffic) -> Signatures.check());
        comparisons.put("webhook", (calls, webhooks, traffic) -> webhooks.take());
        comparisons.put("accounts", (calls, webhooks, traffic) -> webhooks.accounts());
        comparisons.put("bridge", (calls, webhooks, traffic) -> traffic.events());
        comparisons.put("mail", (calls, webhooks, traffic) -> traffic.mails());
        comparisons.put("replies", (calls, webhooks, traffic) -> traffic.replies());
        return comparisons;
    }
}
