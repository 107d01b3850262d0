/** The options of URIs as plain data, and what is read off them at once, for users to set. */
package dev.conversations.camel.options;
