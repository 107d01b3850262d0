/** What the Camel that is there calls its headers, and how CloudEvents write theirs; not for users. */
package dev.conversations.app.headers;
