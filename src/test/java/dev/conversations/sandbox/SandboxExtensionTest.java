// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxExtensionTest {

    @Nested
    class Registered {

        @RegisterExtension
        static final SandboxExtension OF_THE_CLASS = new SandboxExtension();

        @RegisterExtension
        final SandboxExtension ofTheTest = new SandboxExtension(SandboxOptions.defaults()
                .withAuthToken("a token of its own"));

        @Test
        void everyDeclarationHasItsOwn() {
            assertThat(OF_THE_CLASS.sandbox()).isNotSameAs(ofTheTest.sandbox());
            assertThat(ofTheTest.sandbox().authToken()).isEqualTo("a token of its own");
        }

        @Nested
        class Deeper {

            @Test
            void theSandboxOfTheClassStillRuns() {
                assertThat(new Wire(OF_THE_CLASS.sandbox()).get("/v1/Configuration").status()).isEqualTo(200);
            }
        }
    }

    @Nested
    @ExtendWith(SandboxExtension.class)
    class Extended {

        private static Sandbox seen;

        @BeforeAll
        static void begin(Sandbox sandbox) {
            seen = sandbox;
        }

        @Test
        void everyMethodGetsTheSandboxOfTheClass(Sandbox sandbox) {
            assertThat(sandbox).isSameAs(seen);
            assertThat(new Wire(sandbox).get("/v1/Configuration").status()).isEqualTo(200);
        }
    }

    @Test
    void outsideOfTestsThereIsNone() {
        assertThatThrownBy(() -> new SandboxExtension().sandbox()).hasMessageContaining("only while the tests do");
    }
}
