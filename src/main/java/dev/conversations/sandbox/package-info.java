/** Twilio in a jar: an imitation of the Conversations API, its webhooks and its channels. */
package dev.conversations.sandbox;
