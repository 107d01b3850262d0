/** Lists asked again and again for what is new, and how far that got; not for users. */
package dev.conversations.camel.poll;
