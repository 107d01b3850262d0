// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

/**
 * A file that comes in.
 *
 * @param name what it is called; null when nobody says
 */
public record Upload(String type, String name, byte[] content) {

    @Override
    public String toString() {
        return "Upload[" + type + ", " + content.length + " bytes]";
    }
}
