// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import dev.conversations.api.operation.Option;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.WebhookConfiguration;
import java.util.List;
import java.util.Set;

/** The SIDs among those options of an endpoint that no operation takes. */
public final class EndpointSids {

    private EndpointSids() {}

    /** @throws IllegalArgumentException naming the option that is no SID, and what one looks like */
    public static void check(WebhookConfiguration options) {
        check("registrationServiceSid", "IS", options.getRegistrationServiceSid());
        check("registrationConversationSid", null, "CH", options.getRegistrationConversationSid());
        if (options.getRepairServiceSid() != null) {
            for (String service : options.getRepairServiceSid().split(",")) {
                check("repairServiceSid", "IS", service.strip());
            }
        }
    }

    /**
     * Of a route that receives, which may make no calls and so never need credentials.
     *
     * @throws IllegalArgumentException as {@link #check(WebhookConfiguration)}
     */
    public static void check(ConversationsConfiguration options) {
        check("accountSid", "AC", options.getAccountSid());
        check("apiKeySid", "SK", options.getApiKeySid());
    }

    private static void check(String name, String prefix, String value) {
        check(name, prefix, null, value);
    }

    private static void check(String name, String prefix, String namedPrefix, String value) {
        if (value != null) {
            new Option(name, name, Option.Place.QUERY, Option.Type.STRING, Set.of(), List.of(), prefix, namedPrefix).check(value.trim());
        }
    }
}
