/** How a mail comes in: read once, as bytes, tried again or kept as a dead letter; not for users. */
package dev.conversations.app.mail.arrival;
