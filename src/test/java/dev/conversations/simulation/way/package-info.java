// SPDX-License-Identifier: Apache-2.0
/** The ways between nodes, Twilio and the database, on which things go wrong as planned. */
package dev.conversations.simulation.way;
