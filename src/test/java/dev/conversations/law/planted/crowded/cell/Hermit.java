// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.crowded.cell;

/** Alone. */
final class Hermit {}
