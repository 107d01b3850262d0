/** What other programs ask for on queues and topics. */
package dev.conversations.app.command;
