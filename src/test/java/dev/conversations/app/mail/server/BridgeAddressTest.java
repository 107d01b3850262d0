// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeAddressTest {
    private static final int DETAIL = 41;

    @ParameterizedTest
    @CsvSource({
        "'', bridge+42@shop.example", "+, bridge+42@shop.example", "-, bridge-42@shop.example",
        "none, bridge@shop.example", "NONE, bridge@shop.example"
    })
    void theSeparatorIsThatOfTheMailServer(String separator, String address) {
        assertThat(address("bridge@shop.example", separator).with("42")).isEqualTo(address);
    }

    @Test
    void whatStandsBehindTheSeparatorComesToTheMailbox() {
        BridgeAddress bridge = address("bridge@shop.example", "+");

        assertThat(bridge.isOwn("bridge@shop.example")).isTrue();
        assertThat(bridge.isOwn("Bridge+Anything@Shop.example")).isTrue();
        assertThat(bridge.isOwn("bridge2@shop.example")).isFalse();
        assertThat(bridge.isOwn("bridge+x@elsewhere.example")).isFalse();
        assertThat(bridge.isOwn("nobody")).isFalse();
        assertThat(address("bridge@shop.example", "none").isOwn("bridge+x@shop.example")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"++", "plus", "@", "a"})
    void whatCannotBeASeparatorIsRefused(String separator) {
        assertThatThrownBy(() -> address("bridge@shop.example", separator)).isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("bridge.mail.subaddress (MAIL_SUBADDRESS) is '" + separator + "': it can be one of");
    }

    @Test
    void aNameThatLeavesNoRoomIsRefusedAndTheWayOutNamed() {
        String longest = "b".repeat(22) + "@shop.example";

        assertThat(address(longest, "+").with("x".repeat(DETAIL)).indexOf('@')).isEqualTo(64);
        assertThatThrownBy(() -> address("b" + longest, "+")).isInstanceOf(StartFailure.class)
                .hasMessage("bridge.mail.bridge (MAIL_BRIDGE) is too long for signed addresses: before the @ there may be 22"
                        + " characters. Choose a shorter one, or do without with bridge.mail.subaddress=none (MAIL_SUBADDRESS).");
        assertThat(address("b" + longest, "none").with("42")).isEqualTo("b" + longest);
    }

    private static BridgeAddress address(String bridge, String separator) {
        return BridgeAddress.of(
                Settings.load(Path.of("target"), Map.of("MAIL_BRIDGE", bridge, "MAIL_SUBADDRESS", separator)), DETAIL);
    }
}
