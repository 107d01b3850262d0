package dev.conversations.app.mail.inbox;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.support.ScheduledPollEndpoint;

/** A folder of a mailbox, and how to get there. Options that begin with {@code mail.} are those of Jakarta Mail. */
public final class InboxEndpoint extends ScheduledPollEndpoint {
    private final String folder;
    private final Map<String, Object> sessionOptions;
    private String host;
    private int port;
    private MailAuthenticator authenticator;
    private int atOnce = 1;

    InboxEndpoint(String uri, InboxComponent component, String folder, Map<String, Object> sessionOptions) {
        super(uri, component);
        this.folder = folder;
        this.sessionOptions = sessionOptions;
    }

    public String getHost() {
        return host;
    }

    /** The IMAP server. */
    public void setHost(String host) {
        this.host = host;
    }

    public int getPort() {
        return port;
    }

    /** Its port. */
    public void setPort(int port) {
        this.port = port;
    }

    public MailAuthenticator getAuthenticator() {
        return authenticator;
    }

    /** Who logs in there; asked for each connection. */
    public void setAuthenticator(MailAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    public int getAtOnce() {
        return atOnce;
    }

    /** How many lanes are worked on at once. */
    public void setAtOnce(int atOnce) {
        this.atOnce = atOnce;
    }

    String folder() {
        return folder;
    }

    Map<String, Object> sessionOptions() {
        return sessionOptions;
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

    /** The whole URI may name the owner of the mailbox. */
    @Override
    public String toString() {
        return "inbox://" + folder;
    }
}
