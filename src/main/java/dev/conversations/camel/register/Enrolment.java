// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import dev.conversations.api.TwilioClient;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.Hosts;
import dev.conversations.camel.options.RegistrationLevel;
import dev.conversations.camel.options.WebhookConfiguration;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What one route wants of Twilio's settings, and who keeps them so. Two routes may want the same. */
public final class Enrolment {

    private final Registrar registrar;
    private final Place place;
    private final Registration registration;
    private final Wish wish;
    private final boolean takenBack;

    private Enrolment(Registrar registrar, Place place, Registration registration, Wish wish, boolean takenBack) {
        this.registrar = registrar;
        this.place = place;
        this.registration = registration;
        this.wish = wish;
        this.takenBack = takenBack;
    }

    /** Which of Twilio's settings: of whose account, and where in it, pointing to which URL. */
    record Place(RegistrationLevel level, URI host, String caller, String service, String conversation, String url) {}

    /**
     * What the options ask for.
     *
     * @param client makes the calls; is asked for only when something is to be registered
     */
    public static Enrolment of(Registrar registrar, WebhookConfiguration options, ConversationsConfiguration connection, Wish wish,
            Supplier<TwilioClient> client) {
        if (options.getRegistration() == RegistrationLevel.NONE) {
            return new Enrolment(registrar, null, null, null, false);
        }
        String caller = List.of(
                String.valueOf(connection.getAccountSid()), String.valueOf(connection.getApiKeySid()),
                String.valueOf(connection.getOauthClientId())).toString();
        Place place = new Place(options.getRegistration(), Hosts.api(connection), caller, options.getRegistrationServiceSid(),
                options.getRegistrationConversationSid(), wish.url());
        return new Enrolment(registrar, place, Registration.of(options, client.get()), wish,
                options.isUnregisterOnStop());
    }

    /** Has all settings kept from now on, those of one place with one wish; returns at once. */
    public static void begin(Collection<Enrolment> enrolments) {
        Map<Registrar, List<Enrolment>> each = new LinkedHashMap<>();
        enrolments.stream().filter(enrolment -> enrolment.place != null)
                .forEach(enrolment -> each.computeIfAbsent(enrolment.registrar, its -> new ArrayList<>()).add(enrolment));
        each.forEach(Registrar::register);
    }

    /** Wants nothing any more; takes the setting back if it was the last to want it and its options ask for it. */
    public void end() {
        if (place != null) {
            registrar.unregister(this);
        }
    }

    /** What is not as routes want it, in words without personal data; of this route and of those that share its registrar. */
    public List<String> drift() {
        return registrar.drift();
    }

    /** How far it got: {@code none} wanted, {@code pending}, {@code registered}, another node's, or {@code failed} and why; no personal data. */
    public String state() {
        return place == null ? "none" : registrar.state(place);
    }

    Place place() {
        return place;
    }

    Registration registration() {
        return registration;
    }

    Wish wish() {
        return wish;
    }

    boolean isTakenBack() {
        return takenBack;
    }
}
