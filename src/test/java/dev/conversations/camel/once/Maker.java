// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.camel.options.ConversationsConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.h2.jdbcx.JdbcConnectionPool;

/** A program that writes messages under keys, which a database remembers. */
final class Maker {

    static final int THREADS = 4;

    private Maker() {}

    /** @param arguments where Twilio is, the file of the database, the first message, and how many there are in all */
    public static void main(String[] arguments) throws Exception {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:" + arguments[1] + ";WRITE_DELAY=0", "sa", "");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("keys", new JdbcMessageIdRepository(database, "maker"));
            context.start();
            ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
            component.getWebhook().setClaimTerm(1000);
            ConversationsConfiguration options = component.getConfiguration();
            options.setBaseUri(arguments[0]);
            options.setAccountSid("AC" + "a".repeat(32));
            options.setAuthToken("token");
            options.setRequestTimeout(2000);
            try (ProducerTemplate template = context.createProducerTemplate()) {
                AtomicInteger next = new AtomicInteger(Integer.parseInt(arguments[2]));
                ExecutorService threads = Executors.newFixedThreadPool(THREADS);
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    all.add(threads.submit(() -> make(template, next, Integer.parseInt(arguments[3]))));
                }
                threads.shutdown();
                for (Future<?> one : all) {
                    one.get();
                }
            }
        }
    }

    private static void make(ProducerTemplate template, AtomicInteger next, int end) {
        for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
            template.requestBodyAndHeader(
                    "twilio-conversations:messages/create?conversationSid=CH1&idempotentRepository=#keys",
                    "text " + i, ConversationsHeaders.IDEMPOTENCY_KEY, "key " + i);
        }
    }
}
