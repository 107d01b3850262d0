// SPDX-License-Identifier: Apache-2.0
/** A world: Twilio, a database, some nodes with a route each, and what is done with them. */
package dev.conversations.simulation.world;
