// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

/**
 * A kind of thing the API keeps, such as {@code messages}.
 *
 * @param name the name in URIs
 * @param scope where it lives
 * @param record the class of its replies, in {@code dev.conversations.model}
 * @param items the member of a list reply that holds the items; null without a list
 * @param maxPageSize the most items one page of a list holds; 0 without a list
 */
public record Resource(String name, Scope scope, Class<?> record, String items, int maxPageSize) {}
