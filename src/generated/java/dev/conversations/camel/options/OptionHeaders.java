// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import org.apache.camel.spi.Metadata;

/** The headers that hold values for options, in place of those in the URI or body. */
public abstract class OptionHeaders {

    @Metadata(label = "producer", javaType = "Boolean", description = "Option addedToConversationEnabled: Whether being added to a conversation is pushed.")
    public static final String ADDED_TO_CONVERSATION_ENABLED = "CamelTwilioConversationsAddedToConversationEnabled";

    @Metadata(label = "producer", javaType = "String", description = "Option addedToConversationSound: The sound for being added.")
    public static final String ADDED_TO_CONVERSATION_SOUND = "CamelTwilioConversationsAddedToConversationSound";

    @Metadata(label = "producer", javaType = "String", description = "Option addedToConversationTemplate: The text pushed for being added.")
    public static final String ADDED_TO_CONVERSATION_TEMPLATE = "CamelTwilioConversationsAddedToConversationTemplate";

    @Metadata(label = "producer", javaType = "String", description = "Option address: The address: a number, channel:number or e-mail address.")
    public static final String ADDRESS = "CamelTwilioConversationsAddress";

    @Metadata(label = "producer", javaType = "String", description = "Option addressCountry: The country of the address, as an ISO 3166 code.")
    public static final String ADDRESS_COUNTRY = "CamelTwilioConversationsAddressCountry";

    @Metadata(label = "producer", javaType = "String", secret = true, description = "Option apiKey: The server key (gcm).")
    public static final String API_KEY = "CamelTwilioConversationsApiKey";

    @Metadata(label = "producer", javaType = "String", description = "Option attributes: Data of your own as a JSON object; a Map or List is written as JSON.")
    public static final String ATTRIBUTES = "CamelTwilioConversationsAttributes";

    @Metadata(label = "producer", javaType = "String", description = "Option author: Who speaks: an identity or an address; system by default.")
    public static final String AUTHOR = "CamelTwilioConversationsAuthor";

    @Metadata(label = "producer", javaType = "String", description = "Option autoCreationConversationServiceSid: The service in which conversations are opened.")
    public static final String AUTO_CREATION_CONVERSATION_SERVICE_SID = "CamelTwilioConversationsAutoCreationConversationServiceSid";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option autoCreationEnabled: Whether a message from outside opens a conversation.")
    public static final String AUTO_CREATION_ENABLED = "CamelTwilioConversationsAutoCreationEnabled";

    @Metadata(label = "producer", javaType = "String", description = "Option autoCreationStudioFlowSid: The Studio flow that a new conversation starts.")
    public static final String AUTO_CREATION_STUDIO_FLOW_SID = "CamelTwilioConversationsAutoCreationStudioFlowSid";

    @Metadata(label = "producer", javaType = "Integer", description = "Option autoCreationStudioRetryCount: How often starting the flow is tried again.")
    public static final String AUTO_CREATION_STUDIO_RETRY_COUNT = "CamelTwilioConversationsAutoCreationStudioRetryCount";

    @Metadata(label = "producer", javaType = "String", description = "Option autoCreationType: What a new conversation gets: a webhook, a Studio flow, or nothing more.")
    public static final String AUTO_CREATION_TYPE = "CamelTwilioConversationsAutoCreationType";

    @Metadata(label = "producer", javaType = "String", description = "Option autoCreationWebhookFilters: The events for that webhook, by name.")
    public static final String AUTO_CREATION_WEBHOOK_FILTERS = "CamelTwilioConversationsAutoCreationWebhookFilters";

    @Metadata(label = "producer", javaType = "String", description = "Option autoCreationWebhookMethod: The HTTP method of that webhook.")
    public static final String AUTO_CREATION_WEBHOOK_METHOD = "CamelTwilioConversationsAutoCreationWebhookMethod";

    @Metadata(label = "producer", javaType = "String", description = "Option autoCreationWebhookUrl: The URL of the webhook that a new conversation gets.")
    public static final String AUTO_CREATION_WEBHOOK_URL = "CamelTwilioConversationsAutoCreationWebhookUrl";

    @Metadata(label = "producer", javaType = "String", description = "Option bindingType: Only push bindings of this type; repeated.")
    public static final String BINDING_TYPE = "CamelTwilioConversationsBindingType";

    @Metadata(label = "producer", javaType = "String", description = "Option bindingsEmailAddress: The e-mail address under which the conversation sends mail.")
    public static final String BINDINGS_EMAIL_ADDRESS = "CamelTwilioConversationsBindingsEmailAddress";

    @Metadata(label = "producer", javaType = "String", description = "Option bindingsEmailName: The sender's name in mails of the conversation.")
    public static final String BINDINGS_EMAIL_NAME = "CamelTwilioConversationsBindingsEmailName";

    @Metadata(label = "producer", javaType = "String", description = "Option body: The text of the message.")
    public static final String BODY = "CamelTwilioConversationsBody";

    @Metadata(label = "producer", javaType = "String", secret = true, description = "Option certificate: The push certificate (apn), PEM.")
    public static final String CERTIFICATE = "CamelTwilioConversationsCertificate";

    @Metadata(label = "producer", javaType = "String", description = "Option chatServiceSid: The conversation service to work in; without it the account's default service.")
    public static final String CHAT_SERVICE_SID = "CamelTwilioConversationsChatServiceSid";

    @Metadata(label = "producer", javaType = "String", description = "Option configurationFilters: The events to send, by name; only those that follow an action.")
    public static final String CONFIGURATION_FILTERS = "CamelTwilioConversationsConfigurationFilters";

    @Metadata(label = "producer", javaType = "String", description = "Option configurationFlowSid: The Studio flow to start.")
    public static final String CONFIGURATION_FLOW_SID = "CamelTwilioConversationsConfigurationFlowSid";

    @Metadata(label = "producer", javaType = "String", description = "Option configurationMethod: The HTTP method of the call.")
    public static final String CONFIGURATION_METHOD = "CamelTwilioConversationsConfigurationMethod";

    @Metadata(label = "producer", javaType = "Integer", description = "Option configurationReplayAfter: Sends the messages after this index again, to the new webhook.")
    public static final String CONFIGURATION_REPLAY_AFTER = "CamelTwilioConversationsConfigurationReplayAfter";

    @Metadata(label = "producer", javaType = "String", description = "Option configurationTriggers: The words in a message that trigger the call; up to five.")
    public static final String CONFIGURATION_TRIGGERS = "CamelTwilioConversationsConfigurationTriggers";

    @Metadata(label = "producer", javaType = "String", description = "Option configurationUrl: The URL to call.")
    public static final String CONFIGURATION_URL = "CamelTwilioConversationsConfigurationUrl";

    @Metadata(label = "producer", javaType = "String", description = "Option contentSid: A content template to send in place of body and file.")
    public static final String CONTENT_SID = "CamelTwilioConversationsContentSid";

    @Metadata(label = "producer", javaType = "String", description = "Option contentType: What the file is, such as image/png; by default the header Content-Type.")
    public static final String CONTENT_TYPE = "CamelTwilioConversationsContentType";

    @Metadata(label = "producer", javaType = "String", description = "Option contentVariables: The values for the variables of the content template as a JSON object; a Map is written as JSON.")
    public static final String CONTENT_VARIABLES = "CamelTwilioConversationsContentVariables";

    @Metadata(label = "producer", javaType = "String", description = "Option conversationSid: The conversation, by SID or by unique name.")
    public static final String CONVERSATION_SID = "CamelTwilioConversationsConversationSid";

    @Metadata(label = "producer", javaType = "String", description = "Option dateCreated: When it was made, to import history; now by default.")
    public static final String DATE_CREATED = "CamelTwilioConversationsDateCreated";

    @Metadata(label = "producer", javaType = "String", description = "Option dateUpdated: When it was last changed, to import history.")
    public static final String DATE_UPDATED = "CamelTwilioConversationsDateUpdated";

    @Metadata(label = "producer", javaType = "String", description = "Option defaultChatServiceRoleSid: The role of a new user in the service.")
    public static final String DEFAULT_CHAT_SERVICE_ROLE_SID = "CamelTwilioConversationsDefaultChatServiceRoleSid";

    @Metadata(label = "producer", javaType = "String", description = "Option defaultChatServiceSid: The service used when a call names none.")
    public static final String DEFAULT_CHAT_SERVICE_SID = "CamelTwilioConversationsDefaultChatServiceSid";

    @Metadata(label = "producer", javaType = "String", description = "Option defaultClosedTimer: The closed timer of new conversations.")
    public static final String DEFAULT_CLOSED_TIMER = "CamelTwilioConversationsDefaultClosedTimer";

    @Metadata(label = "producer", javaType = "String", description = "Option defaultConversationCreatorRoleSid: The role of whoever opens a conversation.")
    public static final String DEFAULT_CONVERSATION_CREATOR_ROLE_SID = "CamelTwilioConversationsDefaultConversationCreatorRoleSid";

    @Metadata(label = "producer", javaType = "String", description = "Option defaultConversationRoleSid: The role of whoever joins a conversation.")
    public static final String DEFAULT_CONVERSATION_ROLE_SID = "CamelTwilioConversationsDefaultConversationRoleSid";

    @Metadata(label = "producer", javaType = "String", description = "Option defaultInactiveTimer: The inactive timer of new conversations.")
    public static final String DEFAULT_INACTIVE_TIMER = "CamelTwilioConversationsDefaultInactiveTimer";

    @Metadata(label = "producer", javaType = "String", description = "Option defaultMessagingServiceSid: The messaging service of new conversations.")
    public static final String DEFAULT_MESSAGING_SERVICE_SID = "CamelTwilioConversationsDefaultMessagingServiceSid";

    @Metadata(label = "producer", javaType = "String", description = "Option endDate: Only conversations made on or before this day or instant (ISO 8601).")
    public static final String END_DATE = "CamelTwilioConversationsEndDate";

    @Metadata(label = "producer", javaType = "String", description = "Option filename: The name of the file for people to see; by default the header CamelFileName.")
    public static final String FILENAME = "CamelTwilioConversationsFilename";

    @Metadata(label = "producer", javaType = "String", description = "Option filters: The events to send, by name.")
    public static final String FILTERS = "CamelTwilioConversationsFilters";

    @Metadata(label = "producer", javaType = "String", description = "Option friendlyName: A name for people to read.")
    public static final String FRIENDLY_NAME = "CamelTwilioConversationsFriendlyName";

    @Metadata(label = "producer", javaType = "String", description = "Option idempotencyKey: Your name for what is to be made: under one name one is made, however often the call is made, fails or is cut off.")
    public static final String IDEMPOTENCY_KEY = "CamelTwilioConversationsIdempotencyKey";

    @Metadata(label = "producer", javaType = "String", description = "Option idempotencyWindow: How far back it is looked for before it is made, where no idempotentRepository tells; a day by default.")
    public static final String IDEMPOTENCY_WINDOW = "CamelTwilioConversationsIdempotencyWindow";

    @Metadata(label = "producer", javaType = "String", description = "Option identity: Only bindings of this identity; repeated.")
    public static final String IDENTITY = "CamelTwilioConversationsIdentity";

    @Metadata(label = "producer", javaType = "Integer", description = "Option lastReadMessageIndex: The index of the last message read.")
    public static final String LAST_READ_MESSAGE_INDEX = "CamelTwilioConversationsLastReadMessageIndex";

    @Metadata(label = "producer", javaType = "String", description = "Option lastReadTimestamp: When the last message was read.")
    public static final String LAST_READ_TIMESTAMP = "CamelTwilioConversationsLastReadTimestamp";

    @Metadata(label = "producer", javaType = "Integer", description = "Option limit: How many items to return at most; all by default, held in memory unless streaming is true.")
    public static final String LIMIT = "CamelTwilioConversationsLimit";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option logEnabled: Whether notifications are logged.")
    public static final String LOG_ENABLED = "CamelTwilioConversationsLogEnabled";

    @Metadata(label = "producer", javaType = "Integer", description = "Option maxSize: The most bytes to download; a longer file is refused. 150 MB by default, the most that Twilio keeps.")
    public static final String MAX_SIZE = "CamelTwilioConversationsMaxSize";

    @Metadata(label = "producer", javaType = "String", description = "Option mediaSid: An uploaded file to send along.")
    public static final String MEDIA_SID = "CamelTwilioConversationsMediaSid";

    @Metadata(label = "producer", javaType = "String", description = "Option messageSid: The message.")
    public static final String MESSAGE_SID = "CamelTwilioConversationsMessageSid";

    @Metadata(label = "producer", javaType = "String", description = "Option messagingBindingAddress: The person's own address: +15551230001, whatsapp:+15551230001 or an e-mail address.")
    public static final String MESSAGING_BINDING_ADDRESS = "CamelTwilioConversationsMessagingBindingAddress";

    @Metadata(label = "producer", javaType = "String", description = "Option messagingBindingProjectedAddress: Your address under which a chat user appears in a group text; the text null removes it.")
    public static final String MESSAGING_BINDING_PROJECTED_ADDRESS = "CamelTwilioConversationsMessagingBindingProjectedAddress";

    @Metadata(label = "producer", javaType = "String", description = "Option messagingBindingProxyAddress: Your address that the person talks to; the text null removes it.")
    public static final String MESSAGING_BINDING_PROXY_ADDRESS = "CamelTwilioConversationsMessagingBindingProxyAddress";

    @Metadata(label = "producer", javaType = "String", description = "Option messagingServiceSid: The messaging service that carries SMS, WhatsApp and the like for this conversation.")
    public static final String MESSAGING_SERVICE_SID = "CamelTwilioConversationsMessagingServiceSid";

    @Metadata(label = "producer", javaType = "String", description = "Option method: The HTTP method of the webhook.")
    public static final String METHOD = "CamelTwilioConversationsMethod";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option newMessageBadgeCountEnabled: Whether the badge counts new messages.")
    public static final String NEW_MESSAGE_BADGE_COUNT_ENABLED = "CamelTwilioConversationsNewMessageBadgeCountEnabled";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option newMessageEnabled: Whether a new message is pushed.")
    public static final String NEW_MESSAGE_ENABLED = "CamelTwilioConversationsNewMessageEnabled";

    @Metadata(label = "producer", javaType = "String", description = "Option newMessageSound: The sound for a new message.")
    public static final String NEW_MESSAGE_SOUND = "CamelTwilioConversationsNewMessageSound";

    @Metadata(label = "producer", javaType = "String", description = "Option newMessageTemplate: The text pushed for a new message.")
    public static final String NEW_MESSAGE_TEMPLATE = "CamelTwilioConversationsNewMessageTemplate";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option newMessageWithMediaEnabled: Whether a message with a file is pushed.")
    public static final String NEW_MESSAGE_WITH_MEDIA_ENABLED = "CamelTwilioConversationsNewMessageWithMediaEnabled";

    @Metadata(label = "producer", javaType = "String", description = "Option newMessageWithMediaTemplate: The text pushed for a message with a file.")
    public static final String NEW_MESSAGE_WITH_MEDIA_TEMPLATE = "CamelTwilioConversationsNewMessageWithMediaTemplate";

    @Metadata(label = "producer", javaType = "String", description = "Option notificationLevel: Whether the conversation notifies the user.")
    public static final String NOTIFICATION_LEVEL = "CamelTwilioConversationsNotificationLevel";

    @Metadata(label = "producer", javaType = "String", description = "Option order: Oldest first (asc) or newest first (desc).")
    public static final String ORDER = "CamelTwilioConversationsOrder";

    @Metadata(label = "producer", javaType = "Integer", description = "Option page: The page number, informative; pageToken decides.")
    public static final String PAGE = "CamelTwilioConversationsPage";

    @Metadata(label = "producer", javaType = "Integer", description = "Option pageSize: How many items one request fetches.")
    public static final String PAGE_SIZE = "CamelTwilioConversationsPageSize";

    @Metadata(label = "producer", javaType = "String", description = "Option pageToken: The token of the page to begin with.")
    public static final String PAGE_TOKEN = "CamelTwilioConversationsPageToken";

    @Metadata(label = "producer", javaType = "String", description = "Option participant: A participant to begin with, as JSON with identity or messaging_binding; repeated, up to ten; a Map is written as JSON.")
    public static final String PARTICIPANT = "CamelTwilioConversationsParticipant";

    @Metadata(label = "producer", javaType = "String", description = "Option permission: A permission of the role; repeated.")
    public static final String PERMISSION = "CamelTwilioConversationsPermission";

    @Metadata(label = "producer", javaType = "String", description = "Option postWebhookUrl: The URL told after an action happened.")
    public static final String POST_WEBHOOK_URL = "CamelTwilioConversationsPostWebhookUrl";

    @Metadata(label = "producer", javaType = "String", description = "Option preWebhookUrl: The URL asked before an action happens.")
    public static final String PRE_WEBHOOK_URL = "CamelTwilioConversationsPreWebhookUrl";

    @Metadata(label = "producer", javaType = "String", secret = true, description = "Option privateKey: The private key of the certificate (apn), PEM.")
    public static final String PRIVATE_KEY = "CamelTwilioConversationsPrivateKey";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option reachabilityEnabled: Whether users' online state is tracked.")
    public static final String REACHABILITY_ENABLED = "CamelTwilioConversationsReachabilityEnabled";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option removedFromConversationEnabled: Whether being removed from a conversation is pushed.")
    public static final String REMOVED_FROM_CONVERSATION_ENABLED = "CamelTwilioConversationsRemovedFromConversationEnabled";

    @Metadata(label = "producer", javaType = "String", description = "Option removedFromConversationSound: The sound for being removed.")
    public static final String REMOVED_FROM_CONVERSATION_SOUND = "CamelTwilioConversationsRemovedFromConversationSound";

    @Metadata(label = "producer", javaType = "String", description = "Option removedFromConversationTemplate: The text pushed for being removed.")
    public static final String REMOVED_FROM_CONVERSATION_TEMPLATE = "CamelTwilioConversationsRemovedFromConversationTemplate";

    @Metadata(label = "producer", javaType = "String", description = "Option roleSid: The role, which grants permissions.")
    public static final String ROLE_SID = "CamelTwilioConversationsRoleSid";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option sandbox: Whether the certificate belongs to Apple's sandbox (apn).")
    public static final String SANDBOX = "CamelTwilioConversationsSandbox";

    @Metadata(label = "producer", javaType = "String", secret = true, description = "Option secret: The service account or server secret (fcm).")
    public static final String SECRET = "CamelTwilioConversationsSecret";

    @Metadata(label = "producer", javaType = "String", description = "Option sid: The resource itself.")
    public static final String SID = "CamelTwilioConversationsSid";

    @Metadata(label = "producer", javaType = "String", description = "Option startDate: Only conversations made on or after this day or instant (ISO 8601).")
    public static final String START_DATE = "CamelTwilioConversationsStartDate";

    @Metadata(label = "producer", javaType = "String", description = "Option state: Whether the conversation is active, inactive or closed for good.")
    public static final String STATE = "CamelTwilioConversationsState";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option streaming: Whether to return an iterator that fetches page after page, in place of a list that is held in memory.")
    public static final String STREAMING = "CamelTwilioConversationsStreaming";

    @Metadata(label = "producer", javaType = "String", description = "Option subject: The subject, for e-mail.")
    public static final String SUBJECT = "CamelTwilioConversationsSubject";

    @Metadata(label = "producer", javaType = "String", description = "Option target: What receives the events.")
    public static final String TARGET = "CamelTwilioConversationsTarget";

    @Metadata(label = "producer", javaType = "String", description = "Option timersClosed: How long without traffic until the conversation closes; at least ten minutes.")
    public static final String TIMERS_CLOSED = "CamelTwilioConversationsTimersClosed";

    @Metadata(label = "producer", javaType = "String", description = "Option timersInactive: How long without traffic until the conversation turns inactive; at least one minute.")
    public static final String TIMERS_INACTIVE = "CamelTwilioConversationsTimersInactive";

    @Metadata(label = "producer", javaType = "String", description = "Option type: The channel of the address.")
    public static final String TYPE = "CamelTwilioConversationsType";

    @Metadata(label = "producer", javaType = "String", description = "Option uniqueName: A name of your own that works in place of the SID, unique within the service.")
    public static final String UNIQUE_NAME = "CamelTwilioConversationsUniqueName";

    @Metadata(label = "producer", javaType = "String", description = "Option userSid: The user, by SID or by identity.")
    public static final String USER_SID = "CamelTwilioConversationsUserSid";

    @Metadata(label = "producer", javaType = "Boolean", description = "Option webhookEnabled: Whether this call fires webhooks; calls of the API are silent otherwise.")
    public static final String WEBHOOK_ENABLED = "CamelTwilioConversationsWebhookEnabled";

    OptionHeaders() {}
}
