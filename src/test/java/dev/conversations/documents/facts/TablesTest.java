// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.app.start.Settings;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.camel.options.RegistrationLevel;
import dev.conversations.documents.BridgeSettings;
import dev.conversations.documents.Document;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.webhook.DeliveryVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What documents list is what there is. */
class TablesTest {

    private static JsonNode metadata;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = ConversationsComponent.class.getResourceAsStream(
                "/META-INF/dev/conversations/camel/twilio-conversations.json")) {
            metadata = new ObjectMapper().readTree(in);
        }
    }

    @Test
    void everySettingIsInTheTableWithItsVariableAndDefault() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        BridgeSettings.defaults().forEach((name, value) -> expected.put(name, Settings.variable(name) + " " + value));

        Map<String, String> told = new TreeMap<>();
        rows("docs/settings.md", "`(bridge[^`]+)` \\| `([A-Z_]+)` \\| `?([^|`]*)`? \\|")
                .forEach(row -> told.put(row.group(1), row.group(2) + " " + row.group(3).trim()));

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void thePageOfTheComponentHasItsFormAndEveryOptionAndHeader() {
        String page = Document.of("docs/twilio-conversations-component.adoc").text();
        JsonNode component = metadata.get("component");

        assertThat(page).startsWith("= " + component.get("title").asText() + " Component\n").contains(
                ":doctitle: " + component.get("title").asText() + "\n",
                ":shortname: " + component.get("scheme").asText() + "\n",
                ":artifactid: " + component.get("artifactId").asText() + "\n",
                ":description: " + component.get("description").asText() + "\n",
                ":since: " + component.get("firstVersion").asText() + "\n",
                ":supportlevel: " + component.get("supportLevel").asText() + "\n",
                ":tabs-sync-option:\n", ":component-header: Both producer and consumer are supported\n");
        Stream.of("componentProperties", "properties", "headers").forEach(kind -> metadata.get(kind).fieldNames()
                .forEachRemaining(name -> assertThat(page).as(kind).contains("| *" + name + "* (")));
    }

    @Test
    void optionsThatTextsNameAreThere() {
        Pattern option = Pattern.compile("`([a-z][A-Za-z]+)=(?:true|false|[A-Z]+)`");
        List<String> known = Stream.of("componentProperties", "properties").flatMap(kind -> names(metadata.get(kind))).toList();

        assertThat(Document.all().stream().filter(document -> document.toString().matches("README.md|docs/(guide|recipes)/.*"))
                .flatMap(document -> option.matcher(document.text()).results().map(found -> found.group(1)))
                .filter(name -> !List.of("webhookEnabled", "autoCreationEnabled").contains(name))).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void theTableOfVerdictsNamesTheHeadersAndWhatTheySay() {
        assertThat(rows("docs/guide/receive.md", "`([A-Z][A-Za-z]+)`(, `([A-Z][A-Za-z]+)`)? \\| `[a-z]")
                .flatMap(row -> Stream.of(row.group(1), row.group(3))).filter(Objects::nonNull)
                .map(name -> "CamelTwilioConversationsEvent" + name))
                .containsExactly(ConversationsHeaders.EVENT_STATUS, ConversationsHeaders.EVENT_ERROR_CODE,
                        ConversationsHeaders.EVENT_FINAL, ConversationsHeaders.EVENT_RETRY);
        assertThat(DeliveryVerdict.Retry.values()).allSatisfy(retry ->
                assertThat(Document.of("docs/guide/receive.md").text()).contains("`" + retry + "`"));
    }

    @Test
    void thePlacesOfRegistrationsAreAllNamed() {
        assertThat(rows("docs/guide/register.md", "`([A-Z]+)` \\|").map(row -> row.group(1)))
                .containsExactlyElementsOf(Arrays.stream(RegistrationLevel.values()).map(Enum::name).toList());
    }

    @Test
    void whatTheSandboxIsAndIsNotIsTold() {
        String page = Document.of("docs/sandbox.md").text();

        assertThat(Sandbox.about().lines().filter(line -> !line.isBlank())).isNotEmpty().allSatisfy(line -> assertThat(page).contains(line));
    }

    private static Stream<MatchResult> rows(String document, String row) {
        return Pattern.compile("(?m)^\\| " + row).matcher(Document.of(document).text()).results();
    }

    private static Stream<String> names(JsonNode object) {
        Stream.Builder<String> names = Stream.builder();
        object.fieldNames().forEachRemaining(names);
        return names.build();
    }
}
