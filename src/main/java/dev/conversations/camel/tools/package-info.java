/** The operations as tools of language models, served to clients of the Model Context Protocol and guarded by a person, for users. */
package dev.conversations.camel.tools;
