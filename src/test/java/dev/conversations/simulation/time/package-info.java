// SPDX-License-Identifier: Apache-2.0
/** Time and threads of a simulated world: one thing runs at a time, chance decides which, and the clock moves when nothing is left to do. */
package dev.conversations.simulation.time;
