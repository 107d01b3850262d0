// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import org.apache.camel.spi.Metadata;

/** The headers: what producers read (one for every option of an operation), what they set, and what consumers set. */
public abstract class Headers extends OptionHeaders {

    /** Begins the name of every header. */
    public static final String PREFIX = "CamelTwilioConversations";

    @Metadata(label = "producer", javaType = "Integer", description = "After a call: the HTTP status of the answer.")
    public static final String STATUS = PREFIX + "Status";

    @Metadata(label = "producer", javaType = "String",
            description = "After a call: Twilio's name for the request, for its support.")
    public static final String REQUEST_ID = PREFIX + "RequestId";

    @Metadata(label = "producer", javaType = "Integer", description = "After a call: how many tries it took.")
    public static final String ATTEMPTS = PREFIX + "Attempts";

    @Metadata(label = "producer", javaType = "Boolean", description = "After a create with idempotencyKey: whether this call made it;"
            + " false when it was there already.")
    public static final String MADE = PREFIX + "Made";

    @Metadata(label = "consumer", javaType = "String", description = "Of an event: its name, such as onMessageAdded.")
    public static final String EVENT_TYPE = PREFIX + "EventType";

    @Metadata(label = "consumer", javaType = "String", description = "Of an event: the account.")
    public static final String EVENT_ACCOUNT_SID = PREFIX + "EventAccountSid";

    @Metadata(label = "consumer", javaType = "String", description = "Of an event: the conversation service.")
    public static final String EVENT_CHAT_SERVICE_SID = PREFIX + "EventChatServiceSid";

    @Metadata(label = "consumer", javaType = "String", description = "Of an event: the conversation.")
    public static final String EVENT_CONVERSATION_SID = PREFIX + "EventConversationSid";

    @Metadata(label = "consumer", javaType = "String", description = "Of an event: the message.")
    public static final String EVENT_MESSAGE_SID = PREFIX + "EventMessageSid";

    @Metadata(label = "consumer", javaType = "String", description = "Of an event: the participant.")
    public static final String EVENT_PARTICIPANT_SID = PREFIX + "EventParticipantSid";

    @Metadata(label = "consumer", javaType = "String", description = "Of an event: the user.")
    public static final String EVENT_USER_SID = PREFIX + "EventUserSid";

    @Metadata(label = "consumer", javaType = "Boolean", description = "Of an event of which no webhook told, so that repair found"
            + " it: true.")
    public static final String EVENT_REPAIRED = PREFIX + "EventRepaired";

    @Metadata(label = "consumer", javaType = "String", description = "Of a delivery: its status, such as sent or undelivered.")
    public static final String EVENT_STATUS = PREFIX + "EventStatus";

    @Metadata(label = "consumer", javaType = "Integer", description = "Of a delivery that failed: Twilio's error code.")
    public static final String EVENT_ERROR_CODE = PREFIX + "EventErrorCode";

    @Metadata(label = "consumer", javaType = "Boolean", description = "Of a delivery: whether it is settled if the message arrives.")
    public static final String EVENT_FINAL = PREFIX + "EventFinal";

    @Metadata(label = "consumer", javaType = "String", enums = "NEEDLESS,LATER,CHANGED,NEVER,UNKNOWN",
            description = "Of a delivery: whether sending again can help.")
    public static final String EVENT_RETRY = PREFIX + "EventRetry";

    @Metadata(label = "consumer", javaType = "Integer", description = "Set by the route of a pre-action event: a status from 400"
            + " to 599 rejects it.")
    public static final String REPLY_STATUS = PREFIX + "ReplyStatus";

    public Headers() {}

    /** The header that holds a value for an option. */
    public static String of(String option) {
        return PREFIX + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }
}
