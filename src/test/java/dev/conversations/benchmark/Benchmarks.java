// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import dev.conversations.benchmark.measure.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What calls, lists and webhooks cost beside other ways of doing the same; started by hand, see docs/performance.md. */
public final class Benchmarks {

    private static final Map<String, Function<Parts, Table>> TABLES = tables();

    private Benchmarks() {}

    /** @param names of the tables to make; all when there is none */
    public static void main(String[] names) throws Exception {
        List<String> wanted = names.length == 0 ? names() : Arrays.asList(names);
        if (!names().containsAll(wanted)) {
            throw new IllegalArgumentException("No such comparison; there are " + String.join(", ", names()));
        }
        System.out.printf("%n## Java %d%n", Runtime.version().feature());
        try (Parts parts = Parts.start()) {
            for (String name : wanted) {
                TABLES.get(name).apply(parts).print();
            }
        }
    }

    static List<String> names() {
        return List.copyOf(TABLES.keySet());
    }

    static List<Table> all(Parts parts) {
        return TABLES.values().stream().map(table -> table.apply(parts)).toList();
    }

    private static Map<String, Function<Parts, Table>> tables() {
        Map<String, Function<Parts, Table>> tables = new LinkedHashMap<>();
        tables.put("create", parts -> parts.calls().create());
        tables.put("list", parts -> parts.calls().list());
        tables.put("signature", parts -> Signatures.check());
        tables.put("webhook", parts -> parts.webhooks().take());
        tables.put("accounts", parts -> parts.webhooks().accounts());
        tables.put("paths", parts -> parts.growth().paths());
        tables.put("routes", parts -> parts.growth().routes());
        tables.put("keys", parts -> parts.growth().keys());
        tables.put("messages", parts -> parts.growth().messages());
        tables.put("million", parts -> LongList.table());
        tables.put("flight", parts -> InFlight.table());
        tables.put("start", parts -> StartUp.table());
        tables.put("bridge", parts -> parts.traffic().events());
        tables.put("mail", parts -> parts.traffic().mails());
        tables.put("replies", parts -> parts.traffic().replies());
        return tables;
    }
}
