/** Who may come in: doors, proxies, and the log of who was refused; not for users. */
package dev.conversations.camel.trust;
