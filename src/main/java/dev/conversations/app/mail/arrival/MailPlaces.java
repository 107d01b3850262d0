package dev.conversations.app.mail.arrival;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;

/** Names a mail by its place in its mailbox, for which nothing of the mail itself is read. */
public final class MailPlaces implements MailUidGenerator {

    @Override
    public String generateUuid(MailEndpoint mailbox, Message mail) {
        Folder folder = mail.getFolder();
        String name = mailbox.getConfiguration().getHost() + ":" + mailbox.getConfiguration().getPort() + " ";
        try {
            if (folder instanceof UIDFolder numbered) {
                return name + numbered.getUIDValidity() + "." + numbered.getUID(mail);
            }
        } catch (MessagingException e) {
            // its number will do
        }
        return name + mail.getMessageNumber();
    }
}
