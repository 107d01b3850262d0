/** The mailbox that the bridge reads: whose turn it is, and several conversations at once; not for users. */
package dev.conversations.app.mail.inbox;
