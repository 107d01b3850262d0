/** Writes catalog/: pages for people, schemas and definitions for tools. */
package dev.conversations.generator.catalog;
