package dev.conversations.app.mail;

import jakarta.mail.Message;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailBinding;

/** Makes no header of what a mail says, whoever looks at the exchange before a route does. */
public final class HeaderlessMails extends MailBinding {

    @Override
    protected Map<String, Object> extractHeadersFromMail(Message mail, Exchange exchange) {
        return Map.of();
    }
}
