// SPDX-License-Identifier: Apache-2.0
/** The counterparts of what is measured: sockets that answer with fixed bytes. */
package dev.conversations.benchmark.server;
