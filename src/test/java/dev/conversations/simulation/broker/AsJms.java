// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.util.Map;

/** What is on a queue, and who takes it from there, as a JMS client shows them: as far as the bridge asks. */
final class AsJms {

    /** What is asked of it. */
    private interface Answer {
        Object to(Object[] arguments) throws JMSException;
    }

    private AsJms() {}

    /** @param acknowledge what it is to be acknowledged by */
    static Message message(Queued queued, Done acknowledge) {
        Map<String, Answer> answers = Map.of(
                "getJMSMessageID", none -> queued.id(),
                "getStringProperty", name -> queued.properties().get((String) name[0]),
                "getText", none -> queued.text(),
                "reset", none -> null,
                "getBodyLength", none -> (long) queued.body().length,
                "readBytes", into -> {
                    System.arraycopy(queued.body(), 0, into[0], 0, queued.body().length);
                    return queued.body().length;
                },
                "acknowledge", none -> {
                    acknowledge.run();
                    return null;
                });
        return (Message) proxy(queued.isText() ? TextMessage.class : BytesMessage.class, queued.toString(), answers);
    }

    static Session session(Taker taker) {
        return (Session) proxy(Session.class, "session", Map.of("recover", none -> {
            taker.recover();
            return null;
        }));
    }

    private static Object proxy(Class<?> type, String name, Map<String, Answer> answers) {
        return Proxy.newProxyInstance(AsJms.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> name.hashCode();
                    default -> name;
                };
            }
            Answer answer = answers.get(method.getName());
            if (answer == null) {
                throw new UnsupportedOperationException(method.getName() + " is not simulated");
            }
            return answer.to(arguments);
        });
    }

    /** Tells the broker that a message is done. */
    interface Done {
        void run() throws JMSException;
    }
}
