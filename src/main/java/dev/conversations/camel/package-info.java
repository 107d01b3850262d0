/** The Camel component: endpoints for every operation and event. */
package dev.conversations.camel;
