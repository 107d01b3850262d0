/** Requests and replies on the wire, with ends that no server can move; not for users. */
package dev.conversations.api.wire;
