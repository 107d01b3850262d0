// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import com.icegreen.greenmail.util.GreenMail;
import dev.conversations.app.start.Services;

class GreenMailboxTest extends MailboxContract {
    @Override
    int imap(GreenMail mail, Services running) {
        return mail.getImap().getPort();
    }
}
