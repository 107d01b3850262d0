// SPDX-License-Identifier: Apache-2.0
package consumer;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** An application of Spring Boot that keeps what it hears. */
@SpringBootApplication
public class Application {
    private final List<WebhookEvent> heard = new CopyOnWriteArrayList<>();

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    public List<WebhookEvent> heard() {
        return heard;
    }

    @Bean
    IdempotentRepository keys() {
        return MemoryIdempotentRepository.memoryIdempotentRepository(1_000);
    }

    /** Another account, whose options stand below the name of its component. */
    @Bean("other-account")
    ConversationsComponent otherAccount() {
        return new ConversationsComponent();
    }

    @Bean
    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (EventType type : EventType.values()) {
                    from("twilio-conversations:events/" + type.event() + "?registration=ACCOUNT").routeId(type.event())
                            .process(Application.this::keep);
                }
                from("webhook:twilio-conversations:events/onMessageAdded?webhookPath=/external&webhookAutoRegister=false"
                        + "&webhookExternalUrl={{camel.component.twilio-conversations.public-url}}")
                        .process(Application.this::keep);
                from("twilio-conversations:events/onMessageAdded?path=/short&maxBodySize=1000").routeId("short")
                        .process(Application.this::keep);
            }
        };
    }

    /** What security filters do: it looks for a parameter, so that the server reads the form. */
    @Bean
    @ConditionalOnProperty("consumer.reads-forms")
    Filter reader() {
        return (request, response, chain) -> {
            request.getParameter("_csrf");
            chain.doFilter(request, response);
        };
    }

    private void keep(Exchange exchange) {
        heard.add(exchange.getMessage().getBody(WebhookEvent.class));
    }
}
