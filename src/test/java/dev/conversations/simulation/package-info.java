// SPDX-License-Identifier: Apache-2.0
/** Thousands of small worlds, each drawn from a seed, in which all that can go wrong does, and what must hold whatever goes wrong. */
package dev.conversations.simulation;
