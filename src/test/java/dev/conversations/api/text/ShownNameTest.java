// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"body", "messagingBindingAddress", "X-Twilio-Webhook-Enabled", "Timers.Inactive", "a_b2"})
    void aNameIsShown(String name) {
        assertThat(ShownName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15551230001", "anna@example.org", "Anna Schmidt", "tel.15551230001", "US.13491208655302741918", "BR.a1b2c3", ""})
    void whatMayBeAPersonIsNot(String name) {
        assertThat(ShownName.of(name)).isEqualTo("(no name)");
    }
}
