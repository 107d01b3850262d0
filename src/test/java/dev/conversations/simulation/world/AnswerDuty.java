// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.simulation.judge.Processing;
import dev.conversations.simulation.way.Host;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** A route that works on what people write, and answers it. */
final class AnswerDuty extends Duty {
    private static final String ROUTE = Processing.ROUTE;
    private static final String REPLY = "twilio-conversations:messages/create?author=" + Job.BRIDGE;

    private final World world;
    private final Host host;

    AnswerDuty(World world, Host host) {
        this.world = world;
        this.host = host;
    }

    @Override
    String route() {
        return ROUTE;
    }

    @Override
    void begin(CamelContext context, ConversationsComponent component) throws Exception {
        Map<String, Object> options = options(world);
        options.put("idempotentRepository", "#claims");
        options.put("stateRepository", "#states");
        options.put("repair", true);
        options.put("startFrom", "BEGINNING");
        options.put("repairDelay", World.REPAIR.toMillis());
        world.parts.options(options);
        String uri = "twilio-conversations:events/onMessageAdded?" + options.entrySet().stream()
                .map(option -> option.getKey() + "=RAW(" + option.getValue() + ")").collect(Collectors.joining("&"));
        Job job = new Job(world, host);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).process(job::fail);
                from(uri.replaceAll("RAW\\((#\\w+)\\)", "$1")).routeId(ROUTE)
                        .process(world.parts.work(job::begin))
                        .to(REPLY + "&idempotentRepository=#keys&claimTerm=" + World.TERM.toMillis())
                        .process(job::end);
            }
        });
    }
}
