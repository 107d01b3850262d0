/** The state of the account by the tables: items, their order and what operations do to them; not for users. */
package dev.conversations.sandbox.world;
