/** How things are worked on: in lanes, and whether a try more may help; not for users. */
package dev.conversations.app.work;
