package dev.conversations.camel.account;

import org.apache.camel.CamelContext;

/** Where the options of a component are set, which differs by what runs Camel. */
enum SettingPlace {
    MAIN("in application.properties as camel.component.twilio-conversations.account-sid and so on, in the environment as"
            + " CAMEL_COMPONENT_TWILIO_CONVERSATIONS_ACCOUNT_SID and so on, or as options of the endpoint"),
    SPRING("in the configuration of a ConversationsComponent that is a bean named twilio-conversations, or as options of the endpoint"),
    JAVA("in the configuration of the ConversationsComponent, or as options of the endpoint");

    private final String words;

    SettingPlace(String words) {
        this.words = words;
    }

    /** The place where a context looks for them. */
    static SettingPlace of(CamelContext context) {
        return context.getRegistry().getClass().getName().startsWith("org.apache.camel.main.") ? MAIN
                : context.getClass().getName().startsWith("org.apache.camel.spring.") ? SPRING : JAVA;
    }

    String words() {
        return words;
    }
}
