// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.crowded.hall;

/** The first of four in a room for three. */
final class Crowd {}

final class Second {}

final class Third {}

final class Fourth {}
