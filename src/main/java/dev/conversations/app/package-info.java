/** The bridge between Conversations, e-mail, queues and CRMs, and what starts it; for users only to run. */
package dev.conversations.app;
