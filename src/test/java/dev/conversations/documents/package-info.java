// SPDX-License-Identifier: Apache-2.0
/** Snippets of documents are compiled, loaded or run. */
package dev.conversations.documents;
