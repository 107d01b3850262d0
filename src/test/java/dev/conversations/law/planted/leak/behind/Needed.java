// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.leak.behind;

/** Public, and needed in front. */
public final class Needed {}
