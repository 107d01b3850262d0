/** What Twilio returns, for users: records, generated from the model. */
package dev.conversations.model;
