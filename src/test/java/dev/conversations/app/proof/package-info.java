/** The proof that nothing is lost or doubled: a play with processes that are killed, its history, and who judges it. */
package dev.conversations.app.proof;
