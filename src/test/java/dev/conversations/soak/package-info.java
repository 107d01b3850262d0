// SPDX-License-Identifier: Apache-2.0
/** Whether a route that receives, calls and polls for long needs no more in the end than it did in the middle. */
package dev.conversations.soak;
