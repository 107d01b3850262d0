/** What Twilio sends and how to trust and answer it, for users, with or without Camel. */
package dev.conversations.webhook;
