/** Options as URIs, properties and Spring's environment set them, and what is said of one that cannot be; not for users. */
package dev.conversations.camel.configure;
