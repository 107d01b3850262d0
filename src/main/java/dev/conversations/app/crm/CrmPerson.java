// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whom a CRM has for a person whom WhatsApp knows by ids: the contact to write to, and what has to be done so that there is
 * one. A number and an id that Twilio tells together are the same person. Immutable.
 *
 * @param contact its id in the CRM; null when there is none yet
 * @param joined the ids of contacts that are the same person and know no more than an id: they become part of that contact
 * @param namesUser whether that contact has the person's id
 * @param namesAddress whether that contact has the person's address, or shows a number of its own
 */
public record CrmPerson(String contact, List<String> joined, boolean namesUser, boolean namesAddress) {

    /** What a CRM tells of a contact. */
    private record Found(String id, String user, String address, List<String> phones) {

        boolean isNumbered() {
            return !phones.isEmpty() || address != null && UserId.in(address).isEmpty();
        }

        boolean isKnownBy(CrmEntry entry) {
            return user != null && entry.userIds().contains(user)
                    || address != null && UserId.in(address).filter(entry.userIds()::contains).isPresent();
        }
    }

    public CrmPerson {
        joined = List.copyOf(joined);
    }

    /**
     * Reads what a search found: contacts with one of the ids, or the address.
     *
     * @param contacts the oldest first, each a map with the member {@code id} or {@code Id} and its fields, or fields in a member
     *     {@code properties}
     * @param userKey the field that holds an id
     * @param addressKey the field that holds an address
     * @param phones the fields that hold numbers, comma-separated
     */
    public static CrmPerson of(
            CrmEntry entry, List<Map<String, Object>> contacts, String userKey, String addressKey, String phones) {
        List<Found> found = contacts.stream().map(contact -> read(contact, userKey, addressKey, phones)).toList();
        Stream<Found> best = Stream.of(
                found.stream().filter(one -> one.isKnownBy(entry) && one.isNumbered()),
                found.stream().filter(Found::isNumbered), found.stream()).flatMap(ranked -> ranked);
        Found contact = best.findFirst().orElse(null);
        if (contact == null) {
            return new CrmPerson(null, List.of(), false, false);
        }
        return new CrmPerson(contact.id(),
                found.stream().filter(one -> one != contact && one.isKnownBy(entry) && !one.isNumbered())
                        .map(Found::id).toList(),
                contact.user() != null && entry.userIds().contains(contact.user()),
                contact.isNumbered() || entry.address().equals(contact.address()));
    }

    /** Whether the contact has to learn something. */
    public boolean isToBeChanged() {
        return contact != null && (!namesUser || !namesAddress);
    }

    /** Fit for a log. */
    @Override
    public String toString() {
        return "CrmPerson[" + contact + "]";
    }

    private static Found read(Map<String, Object> contact, String userKey, String addressKey, String phones) {
        Map<?, ?> fields = contact.get("properties") instanceof Map<?, ?> properties ? properties : contact;
        String id = Objects.toString(contact.get("id"), Objects.toString(contact.get("Id"), null));
        return new Found(id, text(fields, userKey), text(fields, addressKey), Stream.of(phones.split(","))
                .map(name -> text(fields, name)).filter(Objects::nonNull).toList());
    }

    private static String text(Map<?, ?> fields, String name) {
        String text = Objects.toString(fields.get(name), "").strip();
        return text.isEmpty() ? null : text;
    }
}
