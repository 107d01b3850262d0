/** Creates under a key of the route's own, of which one is made however often they are called; not for users. */
package dev.conversations.camel.once;
