/** JSON, escapes and names fit for a log; not for users. */
package dev.conversations.api.text;
