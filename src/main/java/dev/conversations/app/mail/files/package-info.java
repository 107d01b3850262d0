/** Files and long texts on their way between messages and mails; not for users. */
package dev.conversations.app.mail.files;
