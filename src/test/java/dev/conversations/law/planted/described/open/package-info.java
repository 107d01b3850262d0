/** What is as it should be, for users. */
package dev.conversations.law.planted.described.open;
