/** The phones of people: what they send, what they receive, and the receipts of it; not for users. */
package dev.conversations.sandbox.channels;
