// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

/** The HTTP method of an operation. */
public enum Verb {
    GET,
    POST,
    DELETE
}
