// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.circle.right;

import dev.conversations.law.planted.circle.left.Left;

/** Knows the left. */
public record Right(Left left) {}
