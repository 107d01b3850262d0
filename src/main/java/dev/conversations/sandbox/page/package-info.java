/** What stands beside the API for use by hand: the web page, what it shows, and the switches; not for users. */
package dev.conversations.sandbox.page;
