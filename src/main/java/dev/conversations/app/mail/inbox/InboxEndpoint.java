// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.support.ScheduledPollEndpoint;

/** A folder of a mailbox. */
final class InboxEndpoint extends ScheduledPollEndpoint {
    private final Way way;

    /**
     * How to get to a folder.
     *
     * @param login who logs in; asked for each connection, and again by Jakarta Mail when the server refuses
     * @param session the options of Jakarta Mail
     * @param atOnce how many lanes are worked on at once
     */
    record Way(String host, int port, MailAuthenticator login, String folder, Map<String, Object> session, int atOnce) {

        /** Where it is, and whose. */
        String mailbox() {
            return host + ":" + port + " " + login.getPasswordAuthentication().getUserName();
        }

        /** It may name the owner of the mailbox, so it tells the folder only. */
        @Override
        public String toString() {
            return "inbox:" + folder;
        }
    }

    InboxEndpoint(String uri, InboxComponent component, Way way) {
        super(uri, component);
        this.way = way;
    }

    Way way() {
        return way;
    }

    @Override
    public InboxComponent getComponent() {
        return (InboxComponent) super.getComponent();
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        InboxConsumer consumer = new InboxConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("A mailbox is read; mails go out by smtp");
    }

    @Override
    public String toString() {
        return way.toString();
    }
}
