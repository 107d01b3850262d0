// SPDX-License-Identifier: Apache-2.0
/** A broker with its queues and a mail server in simulated time, and the Camel components that lead there. */
package dev.conversations.simulation.broker;
