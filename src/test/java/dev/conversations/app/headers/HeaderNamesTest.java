// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.headers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Camel calls its headers is asked of the Camel present, and spelled nowhere. */
class HeaderNamesTest {
    private static final Pattern SPELLED = Pattern.compile("\\bkafka\\.[A-Z_]{3,}\\b|\\bsObject[A-Z]\\w+");

    @Test
    void theNameIsTheValueOfTheConstant() throws Exception {
        for (Field field : KafkaConstants.class.getFields()) {
            assertThat(HeaderNames.of("kafka.KafkaConstants." + field.getName())).isEqualTo(field.get(null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KEY", "kafka.KEY",
        "kafka.KafkaConstants.NONE", "none.None.KEY", "kafka.KafkaComponent.LOG"})
    void whatIsNoConstantIsRefusedWithAnExample(String constant) {
        assertThatThrownBy(() -> new HeaderNames().apply(constant)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("{{header:" + constant + "}}", "kafka.KafkaConstants.KEY", "libraries");
    }

    @Test
    void noRouteSpellsANameThatCamelHasChanged() throws IOException {
        assertThat(files("routes", file -> file.toString().endsWith(".yaml"))).isNotEmpty()
                .noneMatch(HeaderNamesTest::spells);
    }

    @Test
    void noClassHasCopiedOne() throws IOException {
        assertThat(files("target/classes/dev", file -> file.toString().endsWith(".class"))).isNotEmpty()
                .noneMatch(HeaderNamesTest::spells);
    }

    @Test
    void aClassThatHasCopiedOneIsFound() {
        assertThat(KafkaConstants.KEY + SalesforceEndpointConfig.SOBJECT_NAME).isNotEmpty();
        assertThat(Path.of("target/test-classes", getClass().getName().replace('.', '/') + ".class"))
                .matches(HeaderNamesTest::spells);
    }

    private static List<Path> files(String directory, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            return files.filter(wanted).toList();
        }
    }

    private static boolean spells(Path file) {
        try {
            return SPELLED.matcher(Files.readString(file, ISO_8859_1)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
