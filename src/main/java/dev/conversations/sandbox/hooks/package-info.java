/** What webhooks and Event Streams are told, and how it gets there or goes wrong; not for users. */
package dev.conversations.sandbox.hooks;
