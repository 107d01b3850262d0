// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import dev.conversations.api.Timing;
import dev.conversations.app.mail.arrival.ArrivedMail;
import jakarta.mail.search.SearchTerm;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.support.DefaultComponent;

/**
 * Mailboxes as the beginning of routes: {@code inbox:INBOX?host=...&port=...&authenticator=#login}. Each mail is an
 * exchange whose body is an {@link ArrivedMail} and which has no header. Options that begin with {@code mail.} are those of
 * Jakarta Mail.
 */
public final class InboxComponent extends DefaultComponent {
    private static final String SESSION = "mail.";
    private static final int IMAPS = 993;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SearchTerm answers;
    private final Function<ArrivedMail, String> laneOf;
    private final Predicate<String> ours;
    private final Timing timing;

    /**
     * @param answers finds the mails that are taken before others
     * @param laneOf the lane of a mail, in which one comes after the other; empty for a stranger's
     * @param ours whether this process, and no other, may read a mailbox now, which is said as {@code host:port owner}
     */
    public InboxComponent(SearchTerm answers, Function<ArrivedMail, String> laneOf, Predicate<String> ours,
            Timing timing) {
        this.answers = answers;
        this.laneOf = laneOf;
        this.ours = ours;
        this.timing = timing;
    }

    SearchTerm answers() {
        return answers;
    }

    String laneOf(ArrivedMail mail) {
        return laneOf.apply(mail);
    }

    boolean isOurs(String mailbox) {
        return ours.test(mailbox);
    }

    Timing timing() {
        return timing;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String folder, Map<String, Object> parameters) throws Exception {
        Map<String, Object> session = new HashMap<>(parameters);
        session.keySet().removeIf(name -> !name.startsWith(SESSION));
        parameters.keySet().removeAll(session.keySet());
        InboxEndpoint endpoint = new InboxEndpoint(uri, this, new InboxEndpoint.Way(
                getAndRemoveParameter(parameters, "host", String.class),
                getAndRemoveParameter(parameters, "port", Integer.class, IMAPS),
                resolveAndRemoveReferenceParameter(parameters, "authenticator", MailAuthenticator.class),
                folder, session, getAndRemoveParameter(parameters, "atOnce", Integer.class, 1)));
        endpoint.setDelay(getAndRemoveParameter(parameters, "delay", Duration.class, SECOND).toMillis());
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
