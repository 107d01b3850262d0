/** What tests need around a sandbox: Camel contexts that call it, waiting for what happens, libraries that may lack; not for users. */
package dev.conversations.sandbox.kit;
