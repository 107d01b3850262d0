// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Values that chance gives to settings. */
class SettingsFuzzTest {
    private static final Path NOWHERE = Path.of("target");

    /** Checks the settings of an environment. */
    private interface Check {
        void check(Map<String, String> environment);
    }

    private static final Check OURS = environment -> Settings.load(NOWHERE, environment).checked();

    @Property
    void aValueIsTakenOrRefusedInOneLineThatNamesItsSetting(@ForAll("variables") String variable, @ForAll("values") String value) {
        takenOrRefused(OURS, variable, value);
    }

    @Example
    void aRefusalThatNamesNoSettingIsFound() {
        assertThatThrownBy(() -> values().sampleStream().limit(500).forEach(value -> takenOrRefused(environment -> {
            throw new StartFailure("A setting has a value that it does not take.");
        }, "HTTP_PORT", value))).isInstanceOf(AssertionError.class);
    }

    private static void takenOrRefused(Check check, String variable, String value) {
        try {
            check.check(Map.of(variable, value));
        } catch (StartFailure refused) {
            assertThat(refused).message().contains(variable).doesNotContainPattern("[\\r\\n\\x00]");
        }
    }

    @Provide
    Arbitrary<String> variables() {
        List<String> names = Settings.load(NOWHERE, Map.of()).properties().stringPropertyNames().stream().filter(name -> name.startsWith("bridge."))
                .sorted().map(Settings::variable).toList();
        return Arbitraries.of(names);
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> pieces = Arbitraries.of("0", "-1", "99999999999999999999", "1s", "5 m", "true", "yes", ",", "a@b.example", "@", "http://", "://", "[::1]", "{{x}}", "${x}", "\n", "\u0000", "ä", " ", "%", "x".repeat(300));
        return Arbitraries.oneOf(pieces.list().ofMaxSize(4).map(list -> String.join("", list)), Arbitraries.strings().ofMaxLength(20));
    }
}
