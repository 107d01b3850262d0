/** Snippets of documents are compiled, loaded or run. */
package dev.conversations.documents;
