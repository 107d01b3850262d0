// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.circle.left;

import dev.conversations.law.planted.circle.right.Right;

/** Knows the right. */
public record Left(Right right) {}
