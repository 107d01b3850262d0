/** What every route keeps to: what comes in is bytes with a key, what is not delivered is kept; not for users. */
package dev.conversations.app.delivery;
