/** What starting takes: settings, ports, files of their owner alone, why it cannot be, and what has to be stopped again; not for users. */
package dev.conversations.app.start;
