// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.stranger.elsewhere;

/** In a room that nobody knows. */
final class Elsewhere {}
