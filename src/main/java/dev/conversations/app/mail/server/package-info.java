/** The mail servers of the routes, those of somebody or an embedded one with its mailboxes; not for users. */
package dev.conversations.app.mail.server;
