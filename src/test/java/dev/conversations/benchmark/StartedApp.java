// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import dev.conversations.benchmark.measure.Children;
import dev.conversations.benchmark.measure.Spending;
import dev.conversations.camel.ConversationsComponent;
import java.lang.management.ManagementFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/** An application that starts, tells what that cost, and ends. */
final class StartedApp {

    private static final double MEGABYTE = 1024 * 1024;

    private StartedApp() {}

    enum Kind {
        BARE("http: and platform-http:"),
        COMPONENT("and twilio-conversations:");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Spending spending = Spending.ofAll();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
            server.setBindHost("localhost");
            server.setBindPort(0);
            context.addService(new VertxPlatformHttpServer(server));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("platform-http:/bare?httpMethodRestrict=POST").unmarshal().json().to("direct:bare");
                    from("direct:bare").marshal().json().to("http://localhost:1/messages");
                }
            });
            if (Kind.valueOf(arguments[0]) == Kind.COMPONENT) {
                addComponent(context);
            }
            context.start();
            Children.tell(Spending.nanosOfProcess() / 1e6, spending.soFar().bytes() / MEGABYTE,
                    ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        }
    }

    private static void addComponent(DefaultCamelContext context) throws Exception {
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(Calls.ACCOUNT);
        component.getConfiguration().setAuthToken(Calls.TOKEN);
        context.addComponent("twilio-conversations", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded?path=/events").to("direct:create");
                from("direct:create").to("twilio-conversations:messages/create?conversationSid=" + Calls.CONVERSATION);
            }
        });
    }
}
