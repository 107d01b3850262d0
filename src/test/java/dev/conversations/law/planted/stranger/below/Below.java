// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.stranger.below;

import dev.conversations.law.planted.stranger.above.Above;

/** Knows what is above, an array of it. */
record Below(Above[] above) {}
