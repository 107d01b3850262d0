/** The broker of the queues, one of somebody's or an embedded one with its directory and its window; not for users. */
package dev.conversations.app.broker;
