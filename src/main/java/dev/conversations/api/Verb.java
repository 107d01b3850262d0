package dev.conversations.api;

/** The HTTP method of an operation. */
public enum Verb {
    GET,
    POST,
    DELETE
}
