/** What Camel and authors of routes meet, for users: the component, its endpoints, headers, type converters, data types and console. */
package dev.conversations.camel;
