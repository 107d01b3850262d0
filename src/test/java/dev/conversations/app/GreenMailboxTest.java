package dev.conversations.app;

import com.icegreen.greenmail.util.GreenMail;

class GreenMailboxTest extends MailboxContract {
    @Override
    int imap(GreenMail mail, Services running) {
        return mail.getImap().getPort();
    }
}
