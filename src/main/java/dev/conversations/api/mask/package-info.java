/** Secrets and personal data, taken out of what others wrote; not for users. */
package dev.conversations.api.mask;
