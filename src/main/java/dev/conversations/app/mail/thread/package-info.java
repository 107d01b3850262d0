/** A conversation as a thread of mails: what becomes a mail, and which mails answer it; not for users. */
package dev.conversations.app.mail.thread;
