// SPDX-License-Identifier: Apache-2.0
/** A small model of how replies go out: from a queue, under a key, created once. */
package dev.conversations.camel.once.model;
