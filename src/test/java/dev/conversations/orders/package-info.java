// SPDX-License-Identifier: Apache-2.0
/** A search through all orders in which the steps of a small model can follow each other. */
package dev.conversations.orders;
