/** What became of webhooks, as meters, health checks and consoles show it; not for users. */
package dev.conversations.camel.observe;
