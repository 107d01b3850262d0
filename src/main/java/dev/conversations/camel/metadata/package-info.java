/** What every operation and event takes, generated for tools that complete and check URIs; nothing of it runs. */
package dev.conversations.camel.metadata;
