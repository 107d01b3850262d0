/** How much is asked of an account at once: learned from what Twilio refuses, interactive before bulk; not for users. */
package dev.conversations.camel.govern;
