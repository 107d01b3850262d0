/** HTTP servers for Camel Main and JBang whose connections come to an end, for users. */
package dev.conversations.camel.server;
