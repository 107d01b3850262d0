// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.climbing.cellar;

import dev.conversations.law.planted.climbing.Roof;

/** Knows the roof, though it may know all other rooms only. */
record Cellar(Roof roof) {}
