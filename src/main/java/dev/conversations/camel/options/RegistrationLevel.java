// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

/** In which of Twilio's settings webhooks are registered. */
public enum RegistrationLevel {
    /** In none: someone else cares for them. */
    NONE,
    /** In those of the account. */
    ACCOUNT,
    /** In those of a service. */
    SERVICE,
    /** In those of a single conversation. */
    CONVERSATION
}
