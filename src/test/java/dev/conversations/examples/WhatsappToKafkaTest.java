// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.examples.run.KafkaStandIn;
import dev.conversations.sandbox.Disturbance;
import dev.conversations.sandbox.Phone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatsappToKafkaTest {

    @Test
    void aMessageByWhatsappIsARecordOfItsConversationOnce(@TempDir Path data) throws Exception {
        try (KafkaStandIn kafka = new KafkaStandIn(record -> {});
                Play play = Play.start("whatsapp-to-kafka", data, kafka.settings())) {
            play.sandbox().disturb(Disturbance.NONE.withCopies(2));
            play.phone("+15551230001").send(Play.SHOP, "By SMS");
            Phone.Sent sent = play.phone("whatsapp:+15551230001").send("whatsapp:" + Play.SHOP, "Grüße \"${body}\"");
            play.phone("whatsapp:+15551230001").send("whatsapp:" + Play.SHOP, "Again");
            await().atMost(Duration.ofSeconds(20)).until(() -> kafka.records().size() == 2);

            List<ConsumerRecord<String, String>> records = kafka.records();
            assertThat(records).extracting(ConsumerRecord::key).containsOnly(sent.conversationSid());
            assertThat(Json.readObject(records.get(0).value().getBytes(UTF_8)))
                    .containsEntry("Body", "Grüße \"${body}\"").containsEntry("MessageSid", sent.messageSid());
            assertThat(records.get(0).headers()).extracting(Header::key).containsExactlyInAnyOrder("ce_specversion", "ce_id",
                    "ce_type", "ce_source", "ce_subject", "ce_time", "content-type");
        }
    }
}
