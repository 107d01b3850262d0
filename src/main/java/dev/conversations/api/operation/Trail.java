// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

/**
 * By what an item that was created can be found again.
 *
 * @param option of the create whose value tells the item from others
 * @param finder the operation that finds it, such as {@code conversations/fetch}
 */
public record Trail(String option, String finder) {}
