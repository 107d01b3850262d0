/** What is done at once, in all orders of its steps; each check is shown to find a planted fault. */
package dev.conversations.interleaving;
