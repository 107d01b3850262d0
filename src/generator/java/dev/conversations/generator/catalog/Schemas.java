// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

/** What all JSON Schemas of the catalog share. */
final class Schemas {

    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private Schemas() {}

    /** The name by which a schema is known, wherever it lies. */
    static String id(String name) {
        return "urn:twilio-conversations:schema:" + name;
    }
}
