// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;

/** The body of a JMS message as bytes. Text and bytes are read and nothing else: an object would run a stranger's code. */
public final class Payload {

    private Payload() {}

    /**
     * The bytes; of a text those in UTF-8, of a message without a body none.
     *
     * @throws Undeliverable when it is of another kind, which it names
     */
    public static byte[] of(Message message) throws Undeliverable {
        try {
            if (message instanceof TextMessage text) {
                return text.getText() == null ? new byte[0] : text.getText().getBytes(UTF_8);
            }
            if (message instanceof BytesMessage bytes) {
                return read(bytes);
            }
        } catch (JMSException | ArithmeticException e) {
            throw new Undeliverable("The message's body cannot be read.");
        }
        if (message instanceof ObjectMessage) {
            throw never("an object");
        }
        if (message instanceof MapMessage) {
            throw never("a map");
        }
        if (message instanceof StreamMessage) {
            throw never("a stream");
        }
        return new byte[0];
    }

    private static byte[] read(BytesMessage message) throws JMSException {
        message.reset();
        byte[] body = new byte[Math.toIntExact(message.getBodyLength())];
        message.readBytes(body);
        return body;
    }

    private static Undeliverable never(String kind) {
        return new Undeliverable("The message holds " + kind + ", which is never read; it can hold text or bytes.");
    }
}
