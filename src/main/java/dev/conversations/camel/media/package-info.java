/** Files on their way to the media service and from there, by way of the disk; not for users. */
package dev.conversations.camel.media;
