/** What is as it should be; not for users. */
package dev.conversations.law.planted.described.fine;
