package dev.conversations.api;

import java.net.URI;
import java.util.List;

/**
 * One page of a list.
 *
 * @param items its records
 * @param next where the next page is; null on the last
 */
public record Page(List<Object> items, URI next) {}
