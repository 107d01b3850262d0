/** The bridge: routes between Conversations, e-mail and queues, runnable with everything embedded. */
package dev.conversations.app;
