// SPDX-License-Identifier: Apache-2.0
/** What was seen in a world, and whether it may be so. */
package dev.conversations.simulation.judge;
