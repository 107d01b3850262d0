// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import dev.conversations.simulation.way.Fate;
import dev.conversations.simulation.way.Host;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** The component by which the routes of a node send mails, in place of the one that speaks SMTP. */
public final class MailServer extends DefaultComponent {
    private final Fate fate;
    private final Host host;
    private final Consumer<MimeMessage> mails;

    /** @param mails has each mail that was taken */
    public MailServer(Fate fate, Host host, Consumer<MimeMessage> mails) {
        this.fate = fate;
        this.host = host;
        this.mails = mails;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.clear();
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                return new DefaultProducer(this) {
                    @Override
                    public void process(Exchange exchange) throws Exception {
                        send(exchange.getMessage().getBody(MimeMessage.class));
                    }
                };
            }

            @Override
            public org.apache.camel.Consumer createConsumer(Processor processor) {
                throw new UnsupportedOperationException("Mails are sent there only");
            }
        };
    }

    private void send(MimeMessage mail) throws Exception {
        Mishap mishap = fate.next(Channel.MAIL, host.life(), "");
        host.pass(1, mishap == Mishap.SLOW ? 9_000 : 40);
        if (mishap == Mishap.KILLED_BEFORE) {
            host.kill();
        }
        if (mishap == Mishap.ERROR_BEFORE) {
            throw new MessagingException("The mail server is busy");
        }
        mails.accept(mail);
        if (mishap == Mishap.KILLED_AFTER) {
            host.kill();
        }
        if (mishap == Mishap.ERROR_AFTER) {
            throw new MessagingException("Nothing was heard of the mail server");
        }
    }
}
