/** Tokens of OAuth 2: asked for at an endpoint, kept until they end or are refused; not for users. */
package dev.conversations.api.token;
