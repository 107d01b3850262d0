/** What became of messages and their senders, and who is told of it; not for users. */
package dev.conversations.app.outcome;
