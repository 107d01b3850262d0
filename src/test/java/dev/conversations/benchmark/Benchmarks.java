package dev.conversations.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What calls, lists and webhooks cost beside other ways of doing the same; started by hand, see docs/performance.md. */
public final class Benchmarks {

    private Benchmarks() {}

    /** @param names of the comparisons to make; all when there is none */
    public static void main(String[] names) throws Exception {
        try (Calls calls = Calls.start(); Webhooks webhooks = Webhooks.start()) {
            Map<String, Callable<Void>> comparisons = comparisons(calls, webhooks);
            List<String> wanted = names.length == 0 ? List.copyOf(comparisons.keySet()) : Arrays.asList(names);
            if (!comparisons.keySet().containsAll(wanted)) {
                throw new IllegalArgumentException(
                        "No such comparison; there are " + String.join(", ", comparisons.keySet()));
            }
            for (String name : comparisons.keySet()) {
                if (wanted.contains(name)) {
                    comparisons.get(name).call();
                }
            }
        }
    }

    private static Map<String, Callable<Void>> comparisons(Calls calls, Webhooks webhooks) {
        Map<String, Callable<Void>> comparisons = new LinkedHashMap<>();
        comparisons.put("create", () -> printed(calls.create(), 2_000));
        comparisons.put("list", () -> printed(calls.list(), 240));
        comparisons.put("signature", () -> printed(Signatures.check(), 20_000));
        comparisons.put("webhook", () -> printed(webhooks.take(), 2_000));
        comparisons.put("accounts", () -> printed(webhooks.accounts(), 2_000));
        return comparisons;
    }

    private static Void printed(Comparison comparison, int calls) throws Exception {
        comparison.print(calls);
        return null;
    }
}
