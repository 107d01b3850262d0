package dev.conversations.camel.once;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.camel.options.ConversationsConfiguration;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.h2.jdbcx.JdbcConnectionPool;

/** A program that writes messages under keys, which a database remembers. */
final class Maker {

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
                for (int i = Integer.parseInt(arguments[2]); i < Integer.parseInt(arguments[3]); i++) {
                    template.requestBodyAndHeader(
                            "twilio-conversations:messages/create?conversationSid=CH1&idempotentRepository=#keys",
                            "text " + i, ConversationsHeaders.IDEMPOTENCY_KEY, "key " + i);
                }
            }
        }
    }
}
