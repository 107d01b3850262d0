// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import dev.conversations.webhook.WebhookEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * WhatsApp's ids of people, who may show one in place of a number: {@code US.13491208655302741918} for one business,
 * {@code US.ENT.11815799212886844830} for all of an owner. Nothing is read from them.
 */
final class UserId {
    private static final String CHANNEL = "whatsapp:";
    private static final Pattern WRITTEN = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    private UserId() {}

    /** Whether it is one. */
    static boolean is(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** The id that stands in the place of a number. */
    static Optional<String> in(String address) {
        return Optional.of(address).filter(it -> it.startsWith(CHANNEL)).map(it -> it.substring(CHANNEL.length()))
                .filter(UserId::is);
    }

    /** Where messages to the person go. */
    static String address(String id) {
        return CHANNEL + id;
    }

    /**
     * The ids by which the person at an address is known, first the one that a CRM keeps.
     *
     * @param writes whether that person wrote what the event tells of
     */
    static List<String> of(WebhookEvent event, String address, boolean writes) {
        Stream<String> told = writes
                ? Stream.of(event.externalUserId(), event.parentExternalUserId()) : Stream.of(null, null);
        List<String> ids = told.map(id -> id != null && is(id) ? id : null).toList();
        return Stream.of(Optional.ofNullable(ids.get(0)), in(address), Optional.ofNullable(ids.get(1)))
                .flatMap(Optional::stream).distinct().toList();
    }
}
