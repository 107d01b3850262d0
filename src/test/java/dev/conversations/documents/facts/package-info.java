// SPDX-License-Identifier: Apache-2.0
/** What documents claim is compared with what there is: links, tables, pictures, commands. */
package dev.conversations.documents.facts;
