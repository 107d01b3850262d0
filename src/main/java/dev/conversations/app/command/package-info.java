/** What other programs ask for on queues and topics; not for users. */
package dev.conversations.app.command;
