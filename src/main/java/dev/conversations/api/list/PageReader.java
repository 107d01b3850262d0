// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.list;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a page of a list from its JSON, token by token: each item becomes its record, without a map in between. */
public final class PageReader {

    private final JsonParser json;
    private List<Object> items;
    private Map<?, ?> meta;

    private PageReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a page.
     *
     * @param member the member that holds the items
     * @throws IOException when it is no page; the message repeats nothing of it
     */
    public static PageReader read(byte[] text, String member, Class<?> record) throws IOException {
        return Json.parse(text, json -> {
            PageReader page = new PageReader(json);
            page.read(member, record);
            return page;
        });
    }

    public List<Object> items() {
        return items;
    }

    /** Where the next page is; null on the last. */
    public String next() {
        Object next = meta.get("next_page_url");
        return next == null ? null : next.toString();
    }

    private void read(String member, Class<?> record) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("A page of a list is an object");
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals(member) && value == JsonToken.START_ARRAY) {
                items = readItems(record);
            } else if (name.equals("meta") && value == JsonToken.START_OBJECT) {
                meta = Json.part(Map.class).readValue(json);
            } else {
                json.skipChildren();
            }
        }
        if (items == null || meta == null) {
            throw new IOException("No list of " + member);
        }
    }

    private List<Object> readItems(Class<?> record) throws IOException {
        List<Object> read = new ArrayList<>();
        MappingIterator<Object> records = Json.part(record).readValues(json);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException("An item of the list is no object");
            }
            read.add(records.nextValue());
        }
        return read;
    }
}
