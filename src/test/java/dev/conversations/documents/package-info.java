/** What documents say is true: their snippets are compiled, loaded or run, their tables and links compared with what there is. */
package dev.conversations.documents;
