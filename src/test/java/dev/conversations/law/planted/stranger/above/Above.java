// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.stranger.above;

/** May know what is below. */
public final class Above {}
