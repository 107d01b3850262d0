// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.scene;

import dev.conversations.app.mail.server.EmbeddedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** How to go on with the scene oneself: what to type into another terminal. */
public final class Playground {
    private final String text;

    /** @param conversation the SID of the conversation to go on with */
    public Playground(Stage stage, String conversation) throws MessagingException {
        String support = stage.place("bridge.mail.support");
        String sandbox = stage.sandbox().baseUri() + "/sandbox";
        String inbox = "'imap://localhost:" + stage.place("bridge.imap.port") + "/INBOX;MAILINDEX=*'";
        String queues = "http://localhost:" + stage.place("bridge.broker.http-port") + "/queues/";
        List<MimeMessage> mails = stage.support().mails();
        this.text = """
                Your turn, in another terminal:

                  # Write as the customer, and see what the customer's phone received.
                  curl -d From=%s -d To=%s -d 'Body=Which carrier is it?' %s/messages
                  curl %s/phones/%s

                  # See the newest mail of the support team, and answer a mail as one of the team.
                  curl -u %s %s
                  printf 'From: %s\\nTo: %s\\nIn-Reply-To: %s\\n\\nThe yellow one.\\n' \\
                    | curl --crlf -T - --mail-from %s --mail-rcpt %s smtp://localhost:%s

                  # See the queue of messages, and answer through the queue of replies.
                  curl %s%s
                  curl -H 'Content-Type: application/json' \\
                    -d '{"conversationSid":"%s","author":"you","body":"The yellow one."}' \\
                    %s%s

                  # See what could not be delivered, and why: as mail and on a queue. Try it all again.
                  curl -u %s %s
                  curl %s%s
                  curl -H 'Content-Type: application/json' -d '{}' %sreplay

                JMS clients find the queues at %s. The log is logs/bridge.log. Ctrl-C stops it all."""
                .formatted(
                        encoded(Scene.CUSTOMER), encoded(stage.place("bridge.sandbox.number")), sandbox,
                        sandbox, Scene.CUSTOMER,
                        owner(support), inbox,
                        support, stage.place("bridge.mail.bridge"),
                        mails.get(mails.size() - 1).getMessageID(),
                        support, stage.place("bridge.mail.bridge"), stage.place("bridge.smtp.port"),
                        queues, stage.place("bridge.queue.messages"),
                        conversation,
                        queues, stage.place("bridge.queue.replies"),
                        owner(stage.place("bridge.mail.dead-letters")), inbox,
                        queues, stage.place("bridge.queue.dead-letters"),
                        queues,
                        stage.place("bridge.broker.url"));
    }

    /** What to print. */
    public String text() {
        return text;
    }

    /** The commands in it, for a shell. */
    List<String> commands() {
        return text.replaceAll(" \\\\\\n\\s*", " ").lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl ") || line.startsWith("printf "))
                .toList();
    }

    private static String encoded(String number) {
        return number.replace("+", "%2B");
    }

    private static String owner(String address) {
        return EmbeddedMail.login(address) + ":" + EmbeddedMail.login(address);
    }
}
