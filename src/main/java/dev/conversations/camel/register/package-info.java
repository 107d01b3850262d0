/** Twilio's settings, kept such that the routes get the events they want; not for users. */
package dev.conversations.camel.register;
