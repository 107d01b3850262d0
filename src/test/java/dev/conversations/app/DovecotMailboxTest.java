package dev.conversations.app;

import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "dev.conversations.app.Dovecot#isWanted", disabledReason = Dovecot.MISSING)
class DovecotMailboxTest extends MailboxContract {
    @Override
    int imap(GreenMail mail, Services running) throws Exception {
        return running.started(Dovecot.start(PASSWORD)).port();
    }
}
