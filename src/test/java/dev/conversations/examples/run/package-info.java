// SPDX-License-Identifier: Apache-2.0
/** Runs an example, by a command or in a test, beside servers that stand in for others. */
package dev.conversations.examples.run;
