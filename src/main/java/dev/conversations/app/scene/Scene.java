// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.scene;

import dev.conversations.sandbox.Phone;
import jakarta.jms.JMSContext;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;

/** A short play that shows the bridge at work: a customer texts and is answered by mail and by queue. */
public final class Scene {
    static final String CUSTOMER = "+15551230001";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUESTION = "Hello! My order 4711 has not arrived yet.";
    private static final String MAILED = "Good morning! It left our house yesterday, you will have it tomorrow.";
    private static final String QUEUED = "Parcel 4711: out for delivery, between 9 and 12 o'clock.";

    private final Stage stage;
    private final Transcript transcript;

    /** @param transcript tells when what should follow has come */
    public Scene(Stage stage, Transcript transcript) {
        this.stage = stage;
        this.transcript = transcript;
    }

    /**
     * Plays it once.
     *
     * @return the conversation it took place in
     * @throws IllegalStateException when something that should follow does not come
     */
    public String play() throws Exception {
        transcript.remark("A customer writes to the shop. The message becomes a mail to the support team.");
        Phone customer = stage.sandbox().phone(CUSTOMER);
        Phone.Sent sent = customer.send(stage.place("bridge.sandbox.number"), QUESTION);
        transcript.await(line -> line.channel().equals("mail") && line.text().equals(QUESTION), PATIENCE);

        transcript.remark("Somebody of the team answers the mail. The answer becomes a text message.");
        List<MimeMessage> mails = stage.support().mails();
        stage.support().answer(mails.get(mails.size() - 1), MAILED);
        transcript.await(line -> line.to().equals(CUSTOMER) && line.text().equals(MAILED), PATIENCE);

        transcript.remark("The shop's tracking puts a message on the queue of replies. It becomes a text message.");
        try (JMSContext jms = stage.queues().createContext()) {
            jms.createProducer().send(jms.createQueue(stage.place("bridge.queue.replies")),
                    "{\"conversationSid\":\"%s\",\"author\":\"tracking\",\"body\":\"%s\"}"
                            .formatted(sent.conversationSid(), QUEUED));
        }
        transcript.await(line -> line.to().equals(CUSTOMER) && line.text().equals(QUEUED), PATIENCE);
        return sent.conversationSid();
    }
}
