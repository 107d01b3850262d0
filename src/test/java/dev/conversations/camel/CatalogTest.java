// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.camel.options.Headers;
import dev.conversations.camel.options.OptionHeaders;
import dev.conversations.webhook.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.spi.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools know of the component: Camel's catalog finds it on the class path. */
class CatalogTest {

    private static final String SERVICES = "META-INF/services/org/apache/camel/";
    private static final DefaultCamelCatalog CATALOG = new DefaultCamelCatalog();

    static List<Operation> operations() {
        return Stream.concat(Operations.all().values().stream(), Operations.ofMedia().values().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsKnownWithAllItsOptions(Operation operation) {
        String query = operation.options().values().stream().map(CatalogTest::sample).collect(Collectors.joining("&"));
        assertThat(validate(operation.name() + "?" + query)).matches(EndpointValidationResult::isSuccess);
    }

    @Test
    void theOptionsOfTheConnectionAreKnown() {
        assertThat(validate("messages/create?region=ie1&edge=dublin&maxRetries=2&requestTimeout=10s&http.proxyPort=3128"))
                .matches(EndpointValidationResult::isSuccess);
    }

    @Test
    void everyEventIsKnown() {
        assertThat(Arrays.stream(EventType.values()).map(type -> "events/" + type.event()))
                .allSatisfy(uri -> assertThat(validate(uri)).matches(EndpointValidationResult::isSuccess));
        assertThat(validate("events/all?only=onMessageAdded")).matches(EndpointValidationResult::isSuccess);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "mesages/create", "messages/send", "events/onMessage", "messages/create?friendlyName=x",
        "messages/create?limit=1",
        "services/create?conversationSid=CH1", "conversations/create?state=gone", "messages/list?limit=many",
        "messages/create?maxRetries=some", "events/onMessageAdded?body=x"})
    void whatDoesNotExistIsRefused(String uri) {
        assertThat(validate(uri)).matches(result -> !result.isSuccess());
    }

    @ParameterizedTest
    @CsvSource({
        "component/twilio-conversations, dev.conversations.camel.ConversationsComponent",
        "configurer/twilio-conversations-component, dev.conversations.camel.ConversationsComponentConfigurer",
        "configurer/twilio-conversations-endpoint, dev.conversations.camel.ConversationsEndpointConfigurer",
        "urifactory/twilio-conversations-endpoint, dev.conversations.camel.ConversationsEndpointUriFactory"})
    void whatCamelLooksUpIsThere(String service, String type) throws Exception {
        Properties properties = new Properties();
        properties.load(CatalogTest.class.getClassLoader().getResourceAsStream(SERVICES + service));
        assertThat(properties).containsEntry("class", type);
        assertThat(Class.forName(type)).isNotNull();
    }

    @Test
    void theJarNamesItsComponent() throws IOException {
        assertThat(resource(SERVICES + "component.properties")).contains("components=twilio-conversations");
    }

    @Test
    void noOptionOfAnOperationHidesOneOfTheEndpoint() {
        Set<String> endpoint = new ConversationsEndpointConfigurer().getAllOptions(null).keySet().stream()
                .map(String::toLowerCase).collect(Collectors.toSet());
        assertThat(operations()).allSatisfy(operation ->
                assertThat(operation.options().keySet().stream().map(String::toLowerCase))
                        .doesNotContainAnyElementsOf(endpoint));
    }

    @Test
    void whatIsSetByACallOrAnEventIsNoOptionOfTheNext() throws IllegalAccessException {
        Set<String> options = Stream.concat(
                operations().stream().flatMap(row -> row.options().keySet().stream()), Stream.of("limit", "streaming", "idempotencyKey", "idempotencyWindow"))
                .map(name -> ConversationsHeaders.of(name).toLowerCase()).collect(Collectors.toSet());
        List<String> own = headers(Headers.class);
        assertThat(own).isNotEmpty().noneSatisfy(name -> assertThat(options).contains(name.toLowerCase()));
        assertThat(headers(OptionHeaders.class)).allSatisfy(name -> assertThat(options).contains(name.toLowerCase()))
                .hasSameSizeAs(options);
    }

    /** The headers that a class itself declares. */
    private static List<String> headers(Class<?> type) throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.isAnnotationPresent(Metadata.class)) {
                names.add((String) field.get(null));
            }
        }
        return names;
    }

    private static EndpointValidationResult validate(String uri) {
        return CATALOG.validateEndpointProperties("twilio-conversations:" + uri);
    }

    private static String sample(Option option) {
        String value = switch (option.type()) {
            case INTEGER -> "1";
            case BOOLEAN -> "true";
            default -> option.values().isEmpty() ? "x" : option.values().get(0);
        };
        return option.name() + "=" + value;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CatalogTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
