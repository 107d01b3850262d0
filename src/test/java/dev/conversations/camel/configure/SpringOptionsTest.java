// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.options.RegistrationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every option may be set in Spring Boot's environment, by every spelling that it takes, and to nothing else than it takes. */
class SpringOptionsTest {

    private static final String NAME = "twilio-conversations";
    private static final String PREFIX = "camel.component." + NAME + ".";
    private static final List<String> OBJECTS = List.of("configuration", "webhook", "sslContextParameters", "httpOptions", "idempotentRepository");

    /** How the name of an option may be spelled. */
    enum Spelling {
        KEBAB(option -> PREFIX + StringHelper.camelCaseToDash(option)),
        CAMEL(option -> PREFIX + option),
        SNAKE(option -> PREFIX + StringHelper.camelCaseToDash(option).replace('-', '_')),
        UPPER(option -> "CAMEL.COMPONENT.TWILIO-CONVERSATIONS." + StringHelper.camelCaseToDash(option).toUpperCase(Locale.ROOT)),
        VARIABLE(option -> "CAMEL_COMPONENT_TWILIO_CONVERSATIONS_"
                + StringHelper.camelCaseToDash(option).replace('-', '_').toUpperCase(Locale.ROOT)),
        SHORT_VARIABLE(option -> "CAMEL_COMPONENT_TWILIOCONVERSATIONS_" + option.toUpperCase(Locale.ROOT));

        private final Function<String, String> name;

        Spelling(Function<String, String> name) {
            this.name = name;
        }

        boolean isVariable() {
            return name().endsWith("VARIABLE");
        }
    }

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ConversationsComponent component = new ConversationsComponent();
    private ExtendedPropertyConfigurerGetter options;

    @BeforeEach
    void start() {
        context.addComponent(NAME, component);
        context.start();
        options = (ExtendedPropertyConfigurerGetter) component.getComponentPropertyConfigurer();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void everyOptionIsTakenHoweverItIsSpelled(Spelling spelling) {
        List<String> names = new ArrayList<>();
        options.getAllOptions(component).keySet().forEach(name -> names.add(Character.toLowerCase(name.charAt(0)) + name.substring(1)));
        names.removeAll(OBJECTS);
        assertThat(names).hasSizeGreaterThan(40).contains("accountSid", "publicUrl", "chatServiceSid", "lazyStartProducer");
        for (String name : names) {
            Class<?> type = options.getOptionType(name, true);
            String text = value(type, options.getOptionValue(component, name, true));
            set(Map.of(spelling.name.apply(name), text), spelling.isVariable());
            Object taken = options.getOptionValue(component, name, true);
            assertThat(type == long.class ? taken + "ms" : String.valueOf(taken)).as(name).isEqualToIgnoringCase(text);
        }
    }

    /** Another value than the one there. */
    private static String value(Class<?> type, Object present) {
        return type == boolean.class ? String.valueOf(!(Boolean) present)
                : type == int.class ? "17"
                : type == long.class ? "17ms"
                : type.isEnum() ? type.getEnumConstants()[((Enum<?>) present).ordinal() == 0 ? 1 : 0].toString().toLowerCase(Locale.ROOT)
                : "a text, with + & %20 =";
    }

    @Test
    void valuesMayBeDurationsListsPlaceholdersAndReferences() {
        MemoryIdempotentRepository keys = new MemoryIdempotentRepository();
        context.getRegistry().bind("keys", keys);
        context.getPropertiesComponent().addInitialProperty("account", "AC1");
        set(Map.of(
                "token", "a+b&c",
                PREFIX + "request-timeout", "1m30s",
                PREFIX + "total-timeout", 5000,
                PREFIX + "trusted-proxies[0]", "10.0.0.0/8",
                PREFIX + "trusted-proxies[1]", "192.168.0.0/16",
                PREFIX + "auth-token", "${token}",
                PREFIX + "account-sid", "{{account}}",
                PREFIX + "registration", "account",
                PREFIX + "http-options.proxy-host", "proxy",
                PREFIX + "idempotent-repository", "#bean:keys"), false);
        assertThat(component.getConfiguration().getRequestTimeout()).isEqualTo(90_000);
        assertThat(component.getConfiguration().getTotalTimeout()).isEqualTo(5_000);
        assertThat(component.getWebhook().getTrustedProxies()).isEqualTo("10.0.0.0/8,192.168.0.0/16");
        assertThat(component.getConfiguration().getAuthToken()).isEqualTo("a+b&c");
        assertThat(component.getConfiguration().getAccountSid()).isEqualTo("AC1");
        assertThat(component.getWebhook().getRegistration()).isEqualTo(RegistrationLevel.ACCOUNT);
        assertThat(component.getConfiguration().getHttpOptions()).containsEntry("proxyHost", "proxy");
        assertThat(component.getWebhook().getIdempotentRepository()).isSameAs(keys);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth-tokn                     | hush         | did you mean authToken, in properties camel.component.twilio-conversations.auth-token?
            authTokn                      | hush         | did you mean authToken
            account-id                    | hush         | did you mean accountSid
            public-uri                    | http://hush  | did you mean publicUrl
            totally-different             | hush         | it takes accountSid, acknowledge
            registration                  | acount       | Option registration must be one of NONE, ACCOUNT, SERVICE, CONVERSATION
            request-timeout               | soon         | Option requestTimeout must be a duration, such as 500 (milliseconds), 30s or 5m
            max-retries                   | many         | Option maxRetries must be a whole number
            validate-signature            | perhaps      | Option validateSignature must be true or false
            idempotent-repository         | keys         | Option idempotentRepository must be a bean: #bean: and its name
            idempotent-repository         | #bean:keyz   | keyz
            """)
    void aWrongOptionIsRefusedInOneLine(String option, String value, String reason) {
        assertThatThrownBy(() -> set(Map.of(PREFIX + option, value), false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason).message().doesNotContain("\n").doesNotContain("hush");
    }

    @Test
    void aVariableWithATypoIsRefusedAndThatOfAnotherComponentIsNot() {
        assertThatThrownBy(() -> set(Map.of("CAMEL_COMPONENT_TWILIO_CONVERSATIONS_AUTH_TOKN", "hush"), true))
                .hasMessageContaining("did you mean authToken").message().doesNotContain("hush");
        set(Map.of("CAMEL_COMPONENT_TWILIO_CONVERSATIONS_EU_AUTH_TOKEN", "hush", "CAMEL_COMPONENT_TWILIO_AUTH_TOKEN", "hush"), true);
        assertThat(component.getConfiguration().getAuthToken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "customizer.enabled"})
    void theSwitchesOfCamelsStartersAreNoOptions(String name) {
        set(Map.of(PREFIX + name, "true", "CAMEL_COMPONENT_TWILIO_CONVERSATIONS_ENABLED", "true"), false);
        assertThat(component.getConfiguration().getAuthToken()).isNull();
    }

    private void set(Map<String, Object> properties, boolean variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables ? properties : Map.of()));
        environment.getPropertySources().addFirst(new MapPropertySource("test", variables ? Map.of() : properties));
        new SpringOptions(environment).set(NAME, component);
    }
}
