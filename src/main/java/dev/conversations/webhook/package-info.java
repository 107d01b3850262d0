/** What Twilio sends and how to trust and answer it; knows no Camel. */
package dev.conversations.webhook;
