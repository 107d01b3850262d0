// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.ConversationsComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every Kamelet keeps every rule; each rule finds a Kamelet that breaks it. */
class KameletRulesTest {

    private static final String PREFIX = "twilio-conversations-";
    private static final DefaultCamelCatalog CATALOG = catalog();
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    @Test
    void everyKameletKeepsTheRules() {
        assertThat(Kamelet.all()).hasSize(9);
        assertThat(faults(Kamelet.all())).isEmpty();
    }

    @Test
    void theyAreOnTheClassPathAsTheyAreInTheDirectory() throws IOException {
        for (Kamelet kamelet : Kamelet.all()) {
            try (InputStream packed = getClass().getResourceAsStream("/kamelets/" + kamelet.file())) {
                assertThat(packed).as(kamelet.file()).isNotNull();
                assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(kamelet.text());
            }
        }
    }

    /** In one Kamelet something is replaced, and the rule that this breaks speaks up. */
    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
        "sink | # Licensed under | # Licenced under | no licence header",
        "sink | apiVersion: camel.apache.org/v1 | apiVersion: camel.apache.org/v1alpha1 | no Kamelet of v1",
        "sink | name: twilio-conversations-sink | name: twilio-sink | file is not named by the Kamelet",
        "sink | kamelet.type: \"sink\" | kamelet.type: \"source\" | name does not end with the type",
        "sink | kamelet.group: \"Twilio Conversations\" | kamelet.group: \"\" | no annotation kamelet.group",
        "sink | provider: \"dev.conversations\" | provider: \"Apache Software Foundation\" | provider is another's",
        "sink | namespace: \"Social\" | namespace: \"Chat\" | namespace is none of the catalog's",
        "sink | level: \"Preview\" | level: \"New\" | support level is none of the catalog's",
        "sink | catalog.version: \"0.1.0\" | catalog.version: \"4.18.0\" | catalog.version is not 0.1.0",
        "sink | data:image/svg+xml;base64, | https://example.com/icon.svg? | icon is no SVG within the file",
        "sink | Twilio Conversations Sink | Twilio Conversations | title does not end with Sink",
        "sink | title: \"Twilio Conversations Sink\" | title: \"Twilio Conversations Media Sink\" | title is another's",
        "sink | '    type: object' | '    type: string' | definition is no object",
        "sink | '    - accountSid' | '    - nothing' | a required property is not defined",
        "template-sink | '    - contentSid' | '    - accountSid' | a property is required twice",
        "sink | '      author:' | '      id:' | property id: no name for a property",
        "sink | title: Auth Token | title: Auth token | property authToken: title is not written as one",
        "sink | title: Author | title: The Author | property author: title is not written as one",
        "sink | title: Auth Token | title: Twilio Token | property authToken: titled otherwise elsewhere",
        "sink | 'Who speaks: an identity or an address.' | '' | property author: no description",
        "sink | type: boolean | type: object | property webhookEnabled: type is missing or not flat",
        "sink | format: password | format: text | property authToken: a secret without format password",
        "sink | urn:camel:group:credentials | urn:alm:descriptor:com.tectonic.ui:password | a credential without urn:camel:group:credentials",
        "sink | 'urn:camel:group:credentials' | 'urn:camel:group:credentials~        - urn:camel:group:credentials' | descriptors other than",
        "template-sink | pattern: \"^HX | default: \"HX\"~        pattern: \"^HX | property contentSid: required, and has a default",
        "source | default: \"onMessageAdded\" | default: \"onMessage\" | property event: default is none of its values",
        "sink | example: \"AC01 | example: \"XX01 | property accountSid: example does not fit its pattern",
        "sink | '    in:' | '    error:' | data types are not those of",
        "sink | default: text | default: json | in: no default data type",
        "sink | mediaType: text/plain | mediaType: \"\" | in: data type text has no mediaType",
        "sink | title: Attempts | title: \"\" | out: header CamelTwilioConversationsAttempts has no title",
        "sink | camel:jackson | jackson | a dependency that the catalog does not know",
        "sink | camel:jackson | camel:core | camel:core is no dependency",
        "sink | camel:kamelet | camel:jackson | no dependency camel:kamelet",
        "sink | conversations:0.1.0 | conversations:0.0.9 | no dependency on 0.1.0",
        "sink | camel:jackson | camel:gson | no dependency camel:jackson",
        "source | camel:platform-http | camel:http | no dependency camel:platform-http",
        "source | kamelet:sink | log:sink | does not go to kamelet:sink as JSON",
        "sink | uri: kamelet:source | uri: direct:source | does not come from kamelet:source",
        "sink | '      - marshal:' | '      - unmarshal:' | does not end with JSON",
        "sink | {{webhookEnabled}} | {{webhooks}} | uses a property that is not declared",
        "sink | RAW({{author}}) | shop | declares a property that is not used",
        "sink | local-twilio-conversations | twilio-conversations | bean twilio-conversations is not local",
        "sink | camel.ConversationsComponent | camel.Component | bean local-twilio-conversations has no class",
        "sink | 'baseUri: \"{{baseUri}}\"' | 'mediaBaseUri: \"{{baseUri}}\"' | lacks a part of the connection",
        "sink | convertBodyTo | bean | step bean is none that Kamelets here use",
        "action | '- to:' | '- toD:' | step toD is none that Kamelets here use",
        "sink | 'expression: \"${exchangeProperty' | 'value: \"${exchangeProperty' | step setHeader has no explicit expression",
        "sink | 'expression: \"''{{conv' | 'value: \"''{{conv' | a branch has no explicit expression",
        "sink | {{local-twilio-conversations}}:messages | twilio-conversations:messages | is not of a component of its own",
        "sink | messages/create | messages/create?author=x | holds parameters",
        "sink | messages/create | messages/send | is not what the component knows",
        "sink | webhookEnabled: \"{{ | webhooksEnabled: \"{{ | is not what the component knows",
        "source | 'onTimeout: \"{{' | 'reportOnly: \"{{' | a parameter that lets strangers in",
        "sink | CamelTwilioConversations* | CamelHttp* | headers of the message are still there at setHeader",
        "media-sink | CamelTwilioConversations* | CamelHttp* | headers of the message are still there at to",
    })
    void eachRuleFindsABreach(String kamelet, String old, String changed, String fault) {
        List<Kamelet> kamelets = new ArrayList<>(Kamelet.all());
        Kamelet before = kamelets.stream().filter(each -> each.name().equals(PREFIX + kamelet)).findFirst().orElseThrow();
        assertThat(before.text()).contains(old);
        String text = before.text().replaceFirst(Pattern.quote(old), Matcher.quoteReplacement((changed == null ? "" : changed).replace('~', '\n')));
        kamelets.set(kamelets.indexOf(before), Kamelet.of(before.file(), text));

        assertThat(faults(kamelets)).anySatisfy(found -> assertThat(found).startsWith(before.file()).contains(fault));
    }

    private static List<String> faults(List<Kamelet> kamelets) {
        List<String> faults = new ArrayList<>(MetadataRules.faults(kamelets, version()));
        faults.addAll(TemplateRules.faults(kamelets, KameletRulesTest::isKnown));
        return faults;
    }

    /** Asked once of each URI, since the catalog reads all that it has anew. */
    private static boolean isKnown(String uri) {
        return KNOWN.computeIfAbsent(uri, each -> {
            EndpointValidationResult result = CATALOG.validateEndpointProperties(each);
            return result.getUnknown() == null && result.getInvalidEnum() == null && result.getSyntaxError() == null;
        });
    }

    /** The version of the artifact. */
    private static String version() {
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(Kamelet.read(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static DefaultCamelCatalog catalog() {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("twilio-conversations", ConversationsComponent.class.getName(), catalogOf("twilio-conversations"));
        return catalog;
    }

    private static String catalogOf(String scheme) {
        try (InputStream json = KameletRulesTest.class.getResourceAsStream("/META-INF/dev/conversations/camel/" + scheme + ".json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
