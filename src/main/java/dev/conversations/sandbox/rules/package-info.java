/** What is special about each resource; not for users. */
package dev.conversations.sandbox.rules;
