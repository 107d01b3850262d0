// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects of a HubSpot account, what its searches find of them, and how they are associated with contacts. */
abstract class HubspotObjects extends StandIn {
    private final Map<String, Map<String, Map<String, String>>> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, String>>> indexed = new LinkedHashMap<>();
    private final Set<String> associations = new LinkedHashSet<>();
    private boolean lagging;
    private long ids = 1000;

    HubspotObjects(Set<String> types) {
        types.forEach(type -> objects.put(type, new LinkedHashMap<>()));
    }

    /** Somebody makes an object by hand. */
    public synchronized String add(String type, Map<String, String> properties) {
        String id = String.valueOf(ids++);
        objects.get(type).put(id, new LinkedHashMap<>(properties));
        return id;
    }

    /** Somebody makes an object on the timeline of a contact. */
    public synchronized String addAt(String contact, String type, Map<String, String> properties) {
        String id = add(type, properties);
        associate(type, id, contact);
        return id;
    }

    /** Somebody changes an object by hand. */
    public synchronized void set(String type, String id, String property, String value) {
        objects.get(type).get(id).put(property, value);
    }

    public synchronized String get(String type, String id, String property) {
        return objects.get(type).get(id).get(property);
    }

    /** The properties of all objects of a type, in the order of their making. */
    public synchronized List<Map<String, String>> all(String type) {
        return objects.get(type).values().stream().map(Map::copyOf).toList();
    }

    /** What stands on the timelines of the contacts with that property. */
    public synchronized List<Map<String, String>> timeline(String type, String property, String value) {
        return objects.get(type).keySet().stream()
                .filter(id -> contacts(property, value).stream()
                        .anyMatch(contact -> associations.contains(type + "/" + id + "/contacts/" + contact)))
                .map(id -> Map.copyOf(objects.get(type).get(id))).toList();
    }

    /** The ids of the contacts with that property. */
    public synchronized List<String> contacts(String property, String value) {
        return objects.get("contacts").entrySet().stream()
                .filter(contact -> value.equals(contact.getValue().get(property))).map(Map.Entry::getKey).toList();
    }

    /** From now on searches find what is there now, and nothing newer. */
    public synchronized void index() {
        lagging = true;
        indexed.clear();
        objects.forEach((type, all) -> {
            Map<String, Map<String, String>> copy = new LinkedHashMap<>();
            all.forEach((id, properties) -> copy.put(id, new LinkedHashMap<>(properties)));
            indexed.put(type, copy);
        });
    }

    /** From now on searches find everything at once. */
    public synchronized void indexAtOnce() {
        lagging = false;
    }

    /** The objects of a type, by id. */
    final Map<String, Map<String, String>> objects(String type) {
        return objects.getOrDefault(type, Map.of());
    }

    /** Those that searches find. */
    final Map<String, Map<String, String>> searchable(String type) {
        return (lagging ? indexed : objects).get(type);
    }

    /** Puts an object on the timeline of a contact. */
    final void associate(String type, String id, String contact) {
        associations.add(type + "/" + id + "/contacts/" + contact);
    }

    /** The contacts of an object. */
    final List<String> contactsOf(String type, String id) {
        String prefix = type + "/" + id + "/contacts/";
        return associations.stream().filter(it -> it.startsWith(prefix)).map(it -> it.substring(prefix.length()))
                .toList();
    }
}
