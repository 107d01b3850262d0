/** An operation as it is asked for: its arguments, the shape of its resource, who asks and where, and how it is refused; not for users. */
package dev.conversations.sandbox.call;
