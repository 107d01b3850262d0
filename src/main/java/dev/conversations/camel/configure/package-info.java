/** Options as they are set, by a URI, by properties or by Spring's environment, and what is said when one cannot be. Not for users. */
package dev.conversations.camel.configure;
