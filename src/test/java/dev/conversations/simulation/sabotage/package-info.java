// SPDX-License-Identifier: Apache-2.0
/** What is put in the place of sound parts, so that it is seen whether anybody notices. */
package dev.conversations.simulation.sabotage;
