/** The model file, read and checked, and how its names are written elsewhere. */
package dev.conversations.generator.model;
