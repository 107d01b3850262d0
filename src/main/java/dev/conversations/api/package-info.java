/** A client of the Twilio Conversations API, for users, that knows no Camel: operations are data, one client calls them all. */
package dev.conversations.api;
