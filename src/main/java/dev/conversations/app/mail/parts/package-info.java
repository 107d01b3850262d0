/** The parts of a mail, read within limits: its words, and what is attached; not for users. */
package dev.conversations.app.mail.parts;
