/** Clients by account: credentials, HTTP clients, and whether an account is well; not for users. */
package dev.conversations.camel.account;
