/** What Twilio returns: records, generated from the model. */
package dev.conversations.model;
