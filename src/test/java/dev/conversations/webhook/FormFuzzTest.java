// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Forms that chance makes. */
class FormFuzzTest {
    private static final String SECRET = "zq7";

    @Property
    void aFormIsReadAsItWasWritten(@ForAll("forms") Map<String, List<String>> form) {
        readAsWritten(Form::parse, form);
    }

    @Property
    void anythingElseIsAFormOrRefusedWithoutAWordOfIt(@ForAll("bodies") byte[] body) {
        readOrRefused(Form::parse, body);
    }

    @Example
    void aParserThatForgetsRepeatedValuesIsFound() {
        assertThatThrownBy(() -> forms().sampleStream().limit(1000).forEach(form -> readAsWritten(
                body -> Form.parse(body).entrySet().stream().collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().subList(0, 1))), form)))
                .isInstanceOf(AssertionError.class);
    }

    @Example
    void aParserThatRepeatsWhatItRefusesIsFound() {
        assertThatThrownBy(() -> bodies().sampleStream().limit(1000).forEach(body -> readOrRefused(text -> {
            throw new IllegalArgumentException("not a form: " + new String(text, UTF_8));
        }, body))).isInstanceOf(AssertionError.class);
    }

    private static void readAsWritten(Function<byte[], Map<String, List<String>>> parser, Map<String, List<String>> form) {
        String body = form.entrySet().stream().flatMap(field -> field.getValue().stream().map(value ->
                URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(value, UTF_8))).collect(Collectors.joining("&"));

        assertThat(parser.apply(body.getBytes(UTF_8))).isEqualTo(form);
    }

    private static void readOrRefused(Function<byte[], Map<String, List<String>>> parser, byte[] body) {
        try {
            assertThat(parser.apply(body)).hasSizeLessThanOrEqualTo(Form.MAX_FIELDS).allSatisfy((name, values) ->
                    assertThat(values).isNotEmpty());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).message().isNotBlank().doesNotContain(SECRET);
        }
    }

    @Provide
    Arbitrary<Map<String, List<String>>> forms() {
        Arbitrary<String> words = Arbitraries.strings().ofMaxLength(12)
                .filter(text -> UTF_8.newEncoder().canEncode(text));
        return Arbitraries.maps(words.filter(name -> !name.isEmpty()), words.list().ofMinSize(1).ofMaxSize(3)).ofMaxSize(8);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<String> pieces = Arbitraries.of("&", "=", "+", "%", "%2", "%zz", "%00", "%FF", "%C3%A4", SECRET, "Body", ";", "\u0000", "ä", "&&");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list).getBytes(UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60));
    }
}
