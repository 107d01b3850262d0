// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Phone;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

    @TempDir
    private Path data;

    @Test
    void whoWritesWhileNobodyIsThereIsToldSoOnceADay() {
        try (Play play = Play.start("office-hours", data, Map.of("office.close", "0000"))) {
            Phone phone = play.phone("+15551230001");
            phone.send(Play.SHOP, "Hello?");
            phone.send(Play.SHOP, "Anybody?");
            play.phone("+15551230002").send(Play.SHOP, "Hello");
            await().until(() -> !phone.received().isEmpty() && !play.phone("+15551230002").received().isEmpty());
            play.stop();

            assertThat(phone.received()).hasSize(1);
            assertThat(phone.received().get(0).body()).startsWith("Thank you.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1,2,3,4,5,6,7 | 2000-01-01 | 0", "8 | 2000-01-01 | 1"})
    void daysAndHoursDecide(String days, String holidays, int answers) {
        try (Play play = Play.start("office-hours", data, Map.of("office.open", "0000", "office.close", "2400",
                "office.days", days, "office.holidays", holidays))) {
            play.phone("+15551230001").send(Play.SHOP, "Hello?");
            await().until(() -> play.sandbox().webhooks().stream()
                    .anyMatch(it -> it.event().equals("onMessageAdded") && it.status() == 200));

            await().untilAsserted(() -> assertThat(play.phone("+15551230001").received()).hasSize(answers));
        }
    }
}
