/** Turns src/model/conversations.yaml into code and indexes; runs by hand and in a test, never in the product. */
package dev.conversations.generator;
