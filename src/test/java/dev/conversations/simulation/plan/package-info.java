// SPDX-License-Identifier: Apache-2.0
/** What a seed draws: what is done in a world, and what goes wrong. */
package dev.conversations.simulation.plan;
