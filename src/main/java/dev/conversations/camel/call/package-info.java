/** A call on its way: the arguments of a message, tries and waits, the answer; not for users. */
package dev.conversations.camel.call;
