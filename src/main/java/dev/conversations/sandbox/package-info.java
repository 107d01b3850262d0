/** Twilio in a jar, for users: an imitation of the Conversations API, its webhooks and its channels. */
package dev.conversations.sandbox;
