// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.described.mute;

/** In a package without a description. */
final class Mute {}
