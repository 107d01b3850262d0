/** What every operation and event takes, generated for tools that complete and check URIs, not for users to call. */
package dev.conversations.camel.metadata;
