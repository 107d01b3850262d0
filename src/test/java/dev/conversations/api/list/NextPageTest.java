// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

    private static final String HOST = "https://conversations.twilio.com";

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = {
        "/v1/Conversations?PageSize=50&Page=1&PageToken=PAIM%2B/=~x /v1/Conversations?PageSize=50&Page=1&PageToken=PAIM%2B/=~x",
        "/v1/X?PageToken=a|b{c}\"<d>^[e]\\ /v1/X?PageToken=a%7Cb%7Bc%7D%22%3Cd%3E%5E%5Be%5D%5C",
        "`/v1/X?UniqueName=two words` /v1/X?UniqueName=two%20words",
        "/v1/X?PageToken=50%&a=%zz&b=%1 /v1/X?PageToken=50%25&a=%25zz&b=%251",
        "/v1/X?PageToken=half#other /v1/X?PageToken=half%23other",
        "/v1/Grüße😀?a=é /v1/Gr%C3%BC%C3%9Fe%F0%9F%98%80?a=%C3%A9",
    })
    void whatShouldHaveBeenEscapedIsAndTheRestStays(String named, String followed) throws IOException {
        assertThat(NextPage.of(HOST + named)).hasToString(followed);
        assertThat(NextPage.of(named)).hasToString(followed);
    }

    @Test
    void noLineBreakGetsIntoARequest() throws IOException {
        assertThat(NextPage.of(HOST + "/v1/X?a=\r\nHost: evil")).hasToString("/v1/X?a=%0D%0AHost:%20evil");
    }

    @Test
    void theLastPageNamesNone() throws IOException {
        assertThat(NextPage.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/v2/X", "v1/X", "https://conversations.twilio.com", "https://a?/v1/X", "mailto:/v1/X"})
    void whatIsNoPageOfTheApiIsRefused(String named) {
        assertThatIOException().isThrownBy(() -> NextPage.of(named)).withMessage("The next page lies outside the API");
    }
}
