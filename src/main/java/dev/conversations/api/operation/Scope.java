// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

/** Where a resource lives: in the account, in a conversation service, or in either. */
public enum Scope {
    ACCOUNT,
    SERVICE,
    BOTH
}
