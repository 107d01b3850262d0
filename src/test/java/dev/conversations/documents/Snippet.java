// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

/** A fenced block of a document. */
public record Snippet(Document document, int line, String language, String text) {

    /** Where it stands, as a name for a package. */
    String place() {
        return document.toString().replaceAll("\\W", "_") + "_" + line;
    }

    @Override
    public String toString() {
        return document + ":" + line + " " + language;
    }
}
