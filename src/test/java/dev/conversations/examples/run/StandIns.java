// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers that stand in for those which the environment does not name. */
final class StandIns {

    private StandIns() {}

    static List<StandIn> of(Example example, Map<String, String> environment) {
        List<StandIn> all = new ArrayList<>();
        if (isMissing(example, "mail.host", environment)) {
            all.add(new MailStandIn(0, mail -> System.out.println("\n  A mail arrives:\n" + mail.indent(4))));
        }
        for (String name : List.of("chat", "crm")) {
            if (isMissing(example, name + ".url", environment)) {
                all.add(new HttpStandIn(name, call ->
                        System.out.printf("%n  The %s gets %s %s:%n    %s%n%n", name, call.method(), call.path(), call.body())));
            }
        }
        if (isMissing(example, "kafka.brokers", environment)) {
            all.add(new KafkaStandIn(record -> System.out.printf("%n  The topic %s has a record under the key %s:%n    %s%n%n",
                    record.topic(), record.key(), record.value())));
        }
        return all;
    }

    private static boolean isMissing(Example example, String setting, Map<String, String> environment) {
        return example.variable(setting).filter(name -> !environment.containsKey(name)).isPresent();
    }
}
