// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

/**
 * Names a mail by its place in its mailbox, for which nothing of the mail itself is read.
 *
 * @param numbering its mailbox' UIDVALIDITY
 * @param number its UID
 */
record Place(long numbering, long number) {}
