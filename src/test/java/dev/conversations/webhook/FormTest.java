// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @Test
    void valuesAreDecodedAndRepeatedNamesKeepAllTheirs() {
        assertThat(Form.parse("b=1+2%2B&a=%C3%BC%F0%9F%98%80&b=&b=x=y&a%20b&&=z"))
                .containsExactly(
                        entry("b", List.of("1 2+", "", "x=y")),
                        entry("a", List.of("ü😀")),
                        entry("a b", List.of("")),
                        entry("", List.of("z")));
    }

    @Test
    void rawBytesAreReadAsUtf8() {
        assertThat(Form.parse("a=ü".getBytes(StandardCharsets.UTF_8))).containsExactly(entry("a", List.of("ü")));
    }

    @Test
    void nothingHasNoFields() {
        assertThat(Form.parse("")).isEmpty();
        assertThat(Form.parse((String) null)).isEmpty();
    }

    @Test
    void theResultCannotBeChanged() {
        List<String> values = Form.parse("a=1&a=2").get("a");

        assertThatThrownBy(() -> values.add("3")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=1&a=secret%", "x=1&a=secret%4", "x=1&a=%zzsecret", "x=1&a=secret%4&b=1"})
    void aMalformedPercentSignIsRefusedWithoutItsValue(String form) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.parse(form))
                .withMessage("malformed percent-encoding in form field 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%FF", "a=%C3", "a=%ED%A0%80"})
    void whatIsNotUtf8IsRefused(String form) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.parse(form))
                .withMessage("form field 1 is not UTF-8");
    }

    @Test
    void aThousandFieldsAreReadAndNoMore() {
        assertThat(Form.parse(fields(1000))).hasSize(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.parse(fields(1001)))
                .withMessage("more than 1000 form fields");
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i + "=" + i).collect(Collectors.joining("&"));
    }
}
