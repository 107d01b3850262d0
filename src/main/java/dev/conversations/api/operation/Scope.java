package dev.conversations.api.operation;

/** Where a resource lives: in the account, in a conversation service, or in either. */
public enum Scope {
    ACCOUNT,
    SERVICE,
    BOTH
}
