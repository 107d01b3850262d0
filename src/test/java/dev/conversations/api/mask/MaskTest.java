// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Credentials;
import dev.conversations.api.StubServer;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.api.text.Json;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private static final String SID = "CH00112233445566778899001234567aef";
    private static final String PERSON = "Zoë \"Quux\" & Söhne/42";

    static Stream<Operation> operations() {
        return Operations.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noErrorRepeatsWhatIsPersonalOrSecretInACallHoweverItIsSpelled(Operation operation) throws Exception {
        Map<String, Object> arguments = new LinkedHashMap<>();
        List<String> told = new ArrayList<>();
        operation.options().values().forEach(option -> {
            if (option.values().isEmpty() && (!option.showable() || option.place() == Option.Place.PATH && option.prefix() == null)) {
                arguments.put(option.name(), value(option));
                told.addAll(spellings(PERSON + option.name()));
            } else if (option.required() || option.prefix() != null) {
                arguments.put(option.name(), option.prefix() == null ? "x" : option.prefix() + SID.substring(2));
            }
        });
        String error = Json.text(Map.of(
                "code", 20404,
                "message", SID + " | " + String.join(" | ", told),
                "more_info", "https://www.twilio.com/docs/errors/" + told.stream().findFirst().orElse("20404"),
                "details", Map.of("told", told)));

        for (String text : new String[] {error, error.replace("20404", "0")}) {
            try (StubServer server = new StubServer(); CloseableHttpClient http = HttpClients.createMinimal()) {
                server.then(404, Map.of("Twilio-Request-Id", PERSON.replaceAll("[^A-Za-z]", "")), text);
                TwilioClient client = new TwilioClient(http, server.base(), Credentials.basic("AC1", "token"));
                try {
                    client.call(operation, arguments);
                } catch (TwilioException e) {
                    assertThat(e.getMessage() + " " + e.getMoreInfo() + " " + e).contains("404").contains(SID)
                            .doesNotContainIgnoringCase("quux").doesNotContainIgnoringCase("hne").doesNotContain("42");
                } catch (IllegalArgumentException e) {
                    assertThat(e).hasMessageNotContainingAny("Quux", "hne");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "The requested resource /v1/Users/anna.schmidt%40example.org was not found",
        "The requested resource /v1/Users/anna.schmidt%2540example.org was not found",
        "The requested resource /v1/Users/ANNA.SCHMIDT@EXAMPLE.ORG was not found",
        "No user anna.schmidt&#64;example.org", "No user anna.schmidt&#x40;example.org",
        "No user anna.schmidt\\u0040example.org", "anna.schmidt@example.org: none",
    })
    void anIdentityInThePlaceOfASidIsMasked(String text) {
        Operation fetch = Operations.find("users", "fetch").orElseThrow();

        assertThat(Mask.of(fetch, Map.of("sid", "anna.schmidt@example.org")).apply(text)).contains("***")
                .doesNotContainIgnoringCase("anna").doesNotContainIgnoringCase("example.org").doesNotContain("%40");
    }

    @Test
    void whatTheCallDoesNotHoldIsMaskedWhereItLooksLikeAnAddress() {
        assertThat(Mask.of().apply("bob%40example.org, %2B15551230001, +1 (555) 123-0001, https://u:pw@host/x"))
                .doesNotContain("bob", "5551230001", "123-0001", "pw");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "whatsapp:US.13491208655302741918", "WhatsApp:US.13491208655302741918", "whatsapp%3AUS.13491208655302741918",
        "whatsapp%253AUS.ENT.11815799212886844830", "whatsapp\\u003aBR.a1b2c3d4", "US.13491208655302741918", "US.ENT.11815799212886844830",
        "BR.a1b2c3d4", "messenger:7391", "rcs:agent", "urn:mbid:AQAAY5", "whatsapp:+15551230001", "whatsapp:annaschmidt"})
    void anAddressWithoutANumberIsMaskedWhole(String address) {
        assertThat(Mask.of().apply("Invalid participant " + address + " of " + SID + "."))
                .startsWith("Invalid participant ***").endsWith(" of " + SID + ".")
                .doesNotContainPattern("(?i)13491|11815|a1b2|7391|agent|AQAA|555|anna|whatsapp");
        assertThat(Mask.of().apply("{\"address\":\"" + address + "\",\"conversation\":\"" + SID + "\"}"))
                .isEqualTo("{\"address\":\"***\",\"conversation\":\"" + SID + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "Invalid parameter MessagingBinding.Address", "See RFC.7239, twilio.com/docs", "IM.Messages"})
    void wordsStay(String text) {
        assertThat(Mask.of().apply(text)).isEqualTo(text);
    }

    @Test
    void sidsStayWholeEvenWithSevenDigitsInARow() {
        assertThat(Mask.of().apply("Conversation " + SID + " of /v1/Conversations/" + SID + "/Messages is closed"))
                .isEqualTo("Conversation " + SID + " of /v1/Conversations/" + SID + "/Messages is closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna Schmidt", "Order of Schmidt", "{\"name\":\"Anna Schmidt\"}", "Schmidt%2C+Anna", "98765"})
    void attributesAreMaskedLeafByLeaf(String text) {
        Operation create = Operations.find("messages", "create").orElseThrow();
        Map<String, Object> attributes = Map.of("name", "Anna Schmidt",
                "orders", List.of(Map.of("of", "Schmidt", "number", 98765), "Schmidt, Anna"));

        for (Object given : List.of(attributes, Json.text(attributes))) {
            assertThat(Mask.of(create, Map.of("attributes", given)).apply("Invalid: " + text))
                    .startsWith("Invalid: ").doesNotContain("Schmidt", "98765");
        }
    }

    @Test
    void aShortValueIsMaskedWhereItStandsAlone() {
        Operation create = Operations.find("messages", "create").orElseThrow();

        assertThat(Mask.of(create, Map.of("body", "is")).apply("This 'is' no message")).isEqualTo("This '***' no message");
    }

    private static Object value(Option option) {
        String text = PERSON + option.name();
        return switch (option.type()) {
            case JSON -> Map.of("deep", List.of(Map.of("deeper", text)));
            case JSON_LIST -> List.of(Json.text(Map.of("identity", text)));
            case LIST -> List.of(text);
            default -> text;
        };
    }

    private static List<String> spellings(String text) {
        String url = URLEncoder.encode(text, UTF_8);
        String json = Json.text(text);
        String html = text.replace("&", "&amp;").replace("\"", "&quot;").replace("ë", "&#235;").replace("ö", "&#xF6;");
        return List.of(text, text.toUpperCase(Locale.ROOT), Normalizer.normalize(text, Normalizer.Form.NFD), url,
                url.replace("+", "%20"), url.toLowerCase(Locale.ROOT), URLEncoder.encode(url, UTF_8), json,
                json.replace("ë", "\\u00eb").replace("ö", "\\u00F6"), html, URLEncoder.encode(html, UTF_8),
                Json.text(Map.of("identity", text)));
    }
}
