// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.leak.behind;

/** Public for who uses what shows it. */
public final class Shown {}
