// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import java.util.List;
import org.apache.camel.CamelContext;

/** Where the options of a component are set, which differs by what runs Camel. */
enum SettingPlace {
    PROPERTIES("in application.properties as camel.component.twilio-conversations.account-sid and so on, in the environment as"
            + " CAMEL_COMPONENT_TWILIO_CONVERSATIONS_ACCOUNT_SID and so on, or as options of the endpoint"),
    SPRING("in the configuration of a ConversationsComponent that is a bean named twilio-conversations, or as options of the endpoint"),
    JAVA("in the configuration of the ConversationsComponent, or as options of the endpoint");

    private static final List<String> WITH_PROPERTIES = List.of("org.apache.camel.spring.boot.", "org.apache.camel.quarkus.");

    private final String words;

    SettingPlace(String words) {
        this.words = words;
    }

    /** The place where a context looks for them. */
    static SettingPlace of(CamelContext context) {
        String registry = context.getRegistry().getClass().getName();
        String kind = context.getClass().getName();
        return registry.startsWith("org.apache.camel.main.") || WITH_PROPERTIES.stream().anyMatch(kind::startsWith) ? PROPERTIES
                : kind.startsWith("org.apache.camel.spring.") ? SPRING : JAVA;
    }

    String words() {
        return words;
    }
}
