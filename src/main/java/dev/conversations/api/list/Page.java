// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.list;

import java.net.URI;
import java.util.List;

/**
 * One page of a list.
 *
 * @param items its records
 * @param next where the next page is; null on the last
 * @param bytes the length of the reply that it was read from
 */
public record Page(List<Object> items, URI next, int bytes) {}
