// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Nearest;
import dev.conversations.camel.once.Key;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an endpoint does not take an option, and which one may have been meant. */
public final class UnknownOption {

    private static final int EXAMPLES = 3;

    private UnknownOption() {}

    /** @param all the options of all endpoints */
    public static String ofEvents(String option, Collection<String> all) {
        return "events have no option %s; they take path, publicUrl, only and the other consumer options%s".formatted(
                option, Nearest.question(option, ofConnections(all)));
    }

    /**
     * @param names of the operation's options
     * @param all the options of all endpoints
     */
    public static String of(Operation operation, String option, Collection<String> names, Collection<String> all) {
        if (option.equals(Operation.CHAT_SERVICE_SID)) {
            return "%s works on the whole account, so it takes no chatServiceSid".formatted(operation);
        }
        if (option.equals(Key.OPTION) && operation.method().equals("create")) {
            return "%s takes no %s: nothing tells what it makes from what is there".formatted(operation, option);
        }
        return "%s has no option %s; it takes %s, and the options of the connection%s".formatted(
                operation, option, String.join(", ", names), meant(operation, option, names, all));
    }

    /** That it may be the rest of a secret, which an ampersand has cut in two; empty when no secret could be cut. */
    public static String rest(String uri, Collection<String> secrets) {
        return secrets.stream().sorted().filter(name -> uri.matches("(?s).*[?&]" + name + "=(?!RAW[({]).*")).findFirst()
                .map(name -> "; if it is the rest of a secret with & in it, say %s=RAW(...)".formatted(name)).orElse("");
    }

    private static String meant(Operation operation, String option, Collection<String> names, Collection<String> all) {
        List<Operation> takers = operations().filter(other -> other.options().containsKey(option)).toList();
        if (takers.isEmpty()) {
            Set<String> known = new LinkedHashSet<>(names);
            known.addAll(ofConnections(all));
            return Nearest.question(option, known);
        }
        return "; that is an option of " + Stream.concat(
                        takers.stream().filter(other -> other.resource().name().equals(operation.resource().name())),
                        takers.stream().filter(other -> !other.resource().name().equals(operation.resource().name())))
                .limit(EXAMPLES).map(Operation::name).collect(Collectors.joining(", "));
    }

    private static Set<String> ofConnections(Collection<String> all) {
        Set<String> names = new LinkedHashSet<>(all.stream().sorted().toList());
        operations().forEach(operation -> names.removeAll(operation.options().keySet()));
        return names;
    }

    private static Stream<Operation> operations() {
        return Stream.concat(Operations.all().values().stream(), Operations.ofMedia().values().stream());
    }
}
