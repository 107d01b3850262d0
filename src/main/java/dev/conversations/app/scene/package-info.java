/** A play that shows the bridge at work, what is told of it, and how to go on; not for users. */
package dev.conversations.app.scene;
