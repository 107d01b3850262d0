// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.model.Message;
import dev.conversations.sandbox.Phone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskedRelayTest {
    private Play play;
    private Phone customer;
    private Phone driver;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        play = Play.start("masked-relay", data, Map.of("trips.delay", "50"));
        customer = play.phone("+15551230001");
        driver = play.phone("+15551230002");
        Path trips = Files.createDirectories(data.resolve("trips"));
        Files.writeString(trips.resolve("tmp"), "{\"customer\": \"+15551230001\", \"driver\": \"+15551230002\"}");
        Files.move(trips.resolve("tmp"), trips.resolve("4711.json"));
        await().until(() -> Files.exists(trips.resolve(".camel/4711.json")));
    }

    @AfterEach
    void stop() {
        play.close();
    }

    @Test
    void twoPeopleWriteToEachOtherAndNeitherSeesANumber() {
        customer.send(Play.SHOP, "I am here, call +1 (555) 123-0001 or 5️⃣5️⃣5️⃣1️⃣2️⃣3️⃣0️⃣0️⃣0️⃣1️⃣");
        await().until(() -> driver.received().size() == 1);
        driver.send(Play.SHOP, "5 minutes, or me@example.com; '), ${exchangeProperty.event.author} $1 \\");
        await().until(() -> customer.received().size() == 1);

        assertThat(driver.received().get(0).body()).isEqualTo("I am here, call (removed) or (removed)️⃣");
        assertThat(customer.received().get(0).body())
                .isEqualTo("5 minutes, or (removed) '), ${exchangeProperty.event.author} $1 \\");
        for (Phone.Received received : List.of(driver.received().get(0), customer.received().get(0))) {
            Message message = play.call("messages/fetch", Map.of("conversationSid", received.conversationSid(),
                    "sid", received.messageSid()), Message.class);
            assertThat(message.author()).isIn("customer", "driver");
            assertThat(message.attributes()).doesNotContain("555123");
            assertThat(received.from()).isEqualTo(Play.SHOP);
        }
    }

    @Test
    void filesStayAndWhatBelongsToNoTripGoesNowhere() {
        customer.send(Play.SHOP, "", new Phone.Attachment("image/png", "+15551230001.png", new byte[] {1}));
        play.phone("+15551230003").send(Play.SHOP, "Hello?");
        customer.send(Play.SHOP, "There?");
        await().until(() -> driver.received().size() == 1);

        assertThat(driver.received().get(0).body()).isEqualTo("There?");
        assertThat(driver.received().get(0).media()).isEmpty();
    }
}
