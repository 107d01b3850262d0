/** Events of which no webhook told, found by asking the API and given to the routes as if one had; not for users. */
package dev.conversations.camel.repair;
