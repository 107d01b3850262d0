/** Events on their way from a request to the routes, and their answers back; not for users. */
package dev.conversations.camel.receive;
