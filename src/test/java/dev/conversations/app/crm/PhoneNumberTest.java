// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"+15551230001", "15551230001", "5551230001", "(555) 123-0001", "+1 (555) 123-0001",
        "1 555 123 0001", "555-123-0001", "+1-555-123-0001", "555.123.0001", "1-555-123-0001"})
    void aNorthAmericanNumberIsFoundAndReadAsPeopleWriteIt(String spelling) {
        assertThat(PhoneNumber.spellings("+15551230001")).contains(spelling).doesNotHaveDuplicates().hasSizeLessThan(50);
        assertThat(PhoneNumber.read(spelling)).contains("+15551230001");
    }

    @Test
    void everySpellingIsReadAsTheNumberItIs() {
        assertThat(PhoneNumber.spellings("+15551230001"))
                .allSatisfy(spelling -> assertThat(PhoneNumber.read(spelling)).contains("+15551230001"));
        assertThat(PhoneNumber.spellings("+493012345678")).containsExactly("+493012345678", "00493012345678");
        assertThat(PhoneNumber.spellings("ada@example.com")).containsExactly("ada@example.com");
    }

    @ParameterizedTest
    @CsvSource({"+49 (0)30 123456,+4930123456", "0049 30/123456,+4930123456", "+44 20 7946 0000,+442079460000"})
    void aNumberWithItsCountryIsRead(String text, String number) {
        assertThat(PhoneNumber.read(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030 123456", "ada@example.com", "messenger:5551230001", "12345", "5551230001 ext. 7", "+"})
    void whatIsNoNumberOrOfNoKnownCountryIsNot(String text) {
        assertThat(PhoneNumber.read(text)).isEmpty();
    }
}
