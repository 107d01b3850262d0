// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

/** How far the work on a message is, in the process that runs. */
public enum Stage {
    NONE,
    CLAIMED,
    WORKED,
    FAILED
}
