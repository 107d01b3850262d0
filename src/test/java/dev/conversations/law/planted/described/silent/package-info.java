/** Something. Something else for users. */
package dev.conversations.law.planted.described.silent;
