// SPDX-License-Identifier: Apache-2.0
/** How ways of doing the same are compared, within one process or by processes that take turns. */
package dev.conversations.benchmark.measure;
