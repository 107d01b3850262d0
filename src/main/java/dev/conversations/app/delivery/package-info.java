/** What every bridge keeps to: what is not delivered is kept with the reason. */
package dev.conversations.app.delivery;
