// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import dev.conversations.benchmark.measure.Children;
import dev.conversations.benchmark.measure.Spending;
import dev.conversations.benchmark.measure.Table;
import dev.conversations.benchmark.server.TwilioStub;
import dev.conversations.camel.ConversationsComponent;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A list that is far longer than memory, streamed through a route. */
final class LongList {

    private static final int MANY = 1_000_000;
    private static final int FEW = 10_000;
    private static final long MEGABYTE = 1024 * 1024;

    private LongList() {}

    static Table table() {
        return new Children("Streaming a list in 20 MB of memory", 1, "MB held", "s")
                .way("%,d messages".formatted(FEW), () -> child(FEW))
                .way("%,d messages".formatted(MANY), () -> child(MANY));
    }

    /** Streams so many items in a Java with 20 MB. What it holds at the end, and its processor time. */
    static List<Double> child(int items) throws Exception {
        try (TwilioStub page = new TwilioStub(); TwilioStub twilio = new TwilioStub(() -> {}, items / TwilioStub.ITEMS)) {
            String classPath = Children.needed(LongList.class, page.base(), String.valueOf(TwilioStub.ITEMS));
            return Children.run(
                    List.of("-Xmx20m", "-XX:+UseSerialGC"), classPath, LongList.class, twilio.base(), String.valueOf(items));
        }
    }

    /** @param arguments where Twilio is, and how many items its list has */
    public static void main(String[] arguments) throws Exception {
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(Calls.ACCOUNT);
        component.getConfiguration().setAuthToken(Calls.TOKEN);
        component.getConfiguration().setBaseUri(arguments[0]);
        long held;
        AtomicInteger seen = new AtomicInteger();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("twilio-conversations", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:list")
                            .to("twilio-conversations:messages/list?streaming=true&conversationSid=" + Calls.CONVERSATION)
                            .split(body()).streaming().process(item -> seen.incrementAndGet());
                }
            });
            context.start();
            context.createProducerTemplate().sendBody("direct:list", "");
            if (seen.get() != Integer.parseInt(arguments[1])) {
                throw new IllegalStateException("There were " + seen + " items");
            }
            held = held();
        }
        Children.tell(held / (double) MEGABYTE, Spending.nanosOfProcess() / 1e9);
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream().map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null).mapToLong(MemoryUsage::getUsed).sum();
    }
}
