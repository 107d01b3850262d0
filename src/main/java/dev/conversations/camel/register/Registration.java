// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import dev.conversations.api.TwilioClient;
import dev.conversations.camel.options.RegistrationLevel;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.webhook.EventType;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Twilio's settings of the webhooks that this application wants. Several applications may want the same at once and be restarted one after
 * the other, so what is there already is adopted, what is missing is added, and nothing is taken away unless {@link #remove} asks.
 */
public interface Registration {

    /**
     * The registration that the options ask for.
     *
     * @throws IllegalArgumentException naming the option that is missing or out of place
     */
    static Registration of(WebhookConfiguration options, TwilioClient client) {
        String service = options.getRegistrationServiceSid();
        String conversation = options.getRegistrationConversationSid();
        return options.getRegistration() == RegistrationLevel.CONVERSATION
                ? new ScopedRegistration(client, service, conversation)
                : new SlotRegistration(client, service);
    }

    /**
     * Checks that the options can be kept for these events.
     *
     * @throws IllegalArgumentException naming the option that is missing or out of place
     */
    static void check(WebhookConfiguration options, Set<EventType> events) {
        RegistrationLevel level = options.getRegistration();
        require(level == RegistrationLevel.NONE || options.getPublicUrl() != null,
                "registration needs publicUrl: Twilio has to know where to send events");
        require(level != RegistrationLevel.SERVICE || options.getRegistrationServiceSid() != null,
                "registration=SERVICE needs registrationServiceSid");
        require(level != RegistrationLevel.ACCOUNT || options.getRegistrationServiceSid() == null,
                "registration=ACCOUNT takes no registrationServiceSid; registration=SERVICE does");
        require((level == RegistrationLevel.CONVERSATION) == (options.getRegistrationConversationSid() != null),
                "registration=CONVERSATION and registrationConversationSid go together");
        events.stream().filter(event -> level == RegistrationLevel.CONVERSATION && !event.scoped()).findFirst().ifPresent(event ->
                require(false, event.event() + " never comes from a single conversation; register it for the account or a service"));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * Makes the settings such that the wish comes true.
     *
     * @return what was done, for the log; empty when all was well
     */
    String reconcile(Wish wish) throws IOException;

    /** What keeps the wish from being true now, in words without personal data; empty when nothing does. */
    List<String> drift(Wish wish) throws IOException;

    /** Takes the settings back that point at the wish's URL. */
    void remove(Wish wish) throws IOException;
}
