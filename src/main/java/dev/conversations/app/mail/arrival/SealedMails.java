package dev.conversations.app.mail.arrival;

import jakarta.mail.Message;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailBinding;
import org.apache.camel.component.mail.MailMessage;

/** Makes neither headers nor a body of a mail, whoever looks at its exchange before {@link Arrivals} took it in. */
public final class SealedMails extends MailBinding {

    @Override
    protected Map<String, Object> extractHeadersFromMail(Message mail, Exchange exchange) {
        return Map.of();
    }

    @Override
    public Object extractBodyFromMail(Exchange exchange, MailMessage mail) {
        return null;
    }
}
