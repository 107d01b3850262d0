// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.camel.ConversationsComponent;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What editors show of the component's properties is what the component takes. */
class SpringMetadataTest {

    private static final String PREFIX = "camel.component.twilio-conversations.";

    private final Map<String, JsonNode> properties = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            new ObjectMapper().readTree(file).get("properties").forEach(property -> properties.put(property.get("name").asText(), property));
        }
    }

    @Test
    void everyOptionIsShownWithTypeAndDescription() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
            Map<String, Object> options =
                    ((ExtendedPropertyConfigurerGetter) component.getComponentPropertyConfigurer()).getAllOptions(component);
            assertThat(properties).hasSize(options.size() + 1).containsKey(PREFIX + "enabled");
            for (String option : options.keySet()) {
                JsonNode property = properties.get(PREFIX + StringHelper.camelCaseToDash(option));
                assertThat(property).as(option).isNotNull();
                assertThat(property.get("description").asText()).as(option).hasSizeGreaterThan(10);
                assertThat(Class.forName(property.get("type").asText().replaceAll("<.*", ""))).as(option).isNotNull();
            }
        }
    }

    @Test
    void secretsAreMarkedAndDefaultsAreTold() {
        assertThat(properties.values().stream().filter(property -> property.path("secret").asBoolean())
                .map(property -> property.get("name").asText().substring(PREFIX.length())))
                .containsExactlyInAnyOrderElementsOf(
                        List.of("auth-token", "api-key-secret", "oauth-client-secret", "webhook-auth-token", "webhook-keys"));
        assertThat(properties.get(PREFIX + "auth-token").get("description").asText()).endsWith(" A secret.");
        assertThat(properties.get(PREFIX + "request-timeout").get("type").asText()).isEqualTo("java.time.Duration");
        assertThat(properties.get(PREFIX + "request-timeout").get("defaultValue").asText()).isEqualTo("30s");
        assertThat(properties.get(PREFIX + "validate-signature").get("defaultValue").asBoolean()).isTrue();
        assertThat(properties.get(PREFIX + "http-options").get("type").asText())
                .isEqualTo("java.util.Map<java.lang.String,java.lang.Object>");
    }
}
