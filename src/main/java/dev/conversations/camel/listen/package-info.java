/** HTTP requests as servers hand them over, and the answers to them; not for users. */
package dev.conversations.camel.listen;
