/** Conversations as threads of mails, and answers by mail as messages. */
package dev.conversations.app.mail;
