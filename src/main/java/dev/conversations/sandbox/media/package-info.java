/** The files of messages; not for users. */
package dev.conversations.sandbox.media;
