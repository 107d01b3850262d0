// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.climbing;

/** What nothing below may know. */
public final class Roof {}
