/** What outlives a message or is shared by nodes: claims of events, keys, the repositories that keep them, leadership; not for users. */
package dev.conversations.camel.state;
