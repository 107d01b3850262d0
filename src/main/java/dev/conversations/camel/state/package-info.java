/** What outlives a message: claims of events, keys, and the repositories that keep them; not for users. */
package dev.conversations.camel.state;
