// SPDX-License-Identifier: Apache-2.0
/** A small model of how messages come in: webhooks in turn, claims and their term, the work, and the looks with their cursor. */
package dev.conversations.camel.repair.model;
