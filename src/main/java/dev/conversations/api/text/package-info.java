/** JSON, escapes and masks, and not for users: what is sent and read as text. */
package dev.conversations.api.text;
