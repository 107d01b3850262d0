// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.camel.configure.SpringOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * In Spring Boot with Camel's starter, sets the options of components as its environment says below
 * {@code camel.component.twilio-conversations}, or below the name of a bean that is another {@link ConversationsComponent}.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(CamelAutoConfiguration.class)
@ConditionalOnBean(CamelContext.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.twilio-conversations"})
public class ConversationsAutoConfiguration {

    @Bean
    ComponentCustomizer conversationsOptions(ConfigurableEnvironment environment) {
        SpringOptions options = new SpringOptions(environment);
        return new ComponentCustomizer() {

            @Override
            public boolean isEnabled(String name, Component component) {
                return component instanceof ConversationsComponent;
            }

            @Override
            public void configure(String name, Component component) {
                options.set(name, component);
            }
        };
    }
}
