/** A list as pages, for users, and what keeps one from having no end or filling the memory. */
package dev.conversations.api.list;
