/** The API over HTTP: doors, routing, replies and pages of lists; not for users. */
package dev.conversations.sandbox.front;
