// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import dev.conversations.webhook.DeliveryVerdict.Retry;
import java.util.Map;
import java.util.Optional;

/** Why messages are not delivered, by the error codes of receipts. */
final class DeliveryFailures {
    private static final String SOURCE = "https://www.twilio.com/docs/api/errors/";

    static final Map<Integer, Failure> CODES = Map.ofEntries(
            Map.entry(21211, new Failure(Retry.NEVER, "The address is no valid phone number.")),
            Map.entry(21408, new Failure(Retry.CHANGED, "The account may not send to that country; its geographic permissions say so.")),
            Map.entry(21610, new Failure(Retry.NEVER, "The person opted out, until he or she opts in again.")),
            Map.entry(21611, new Failure(Retry.LATER, "More waits to be sent from that number than fits into its queue.")),
            Map.entry(21612, new Failure(Retry.CHANGED, "There is no way from that sender to that address.")),
            Map.entry(21614, new Failure(Retry.NEVER, "The number is not that of a mobile phone.")),
            Map.entry(21617, new Failure(Retry.CHANGED, "The text is too long.")),
            Map.entry(30001, new Failure(Retry.LATER, "More waits to be sent than fits into the queue of the sender.")),
            Map.entry(30002, new Failure(Retry.CHANGED, "The account is suspended.")),
            Map.entry(30003, new Failure(Retry.LATER, "The telephone cannot be reached: switched off, without a network or without service.")),
            Map.entry(30004, new Failure(Retry.NEVER, "The number is blocked from receiving it, by the person, the carrier or a register.")),
            Map.entry(30005, new Failure(Retry.NEVER, "The number is not known, or no longer in service.")),
            Map.entry(30006, new Failure(Retry.NEVER, "The number is a landline, or its carrier takes no messages.")),
            Map.entry(30007, new Failure(Retry.CHANGED, "Twilio or the carrier filtered it out as spam or as not allowed.")),
            Map.entry(30008, new Failure(Retry.UNKNOWN, "The carrier gave no reason.")),
            Map.entry(30010, new Failure(Retry.CHANGED, "It costs more than the highest price allowed for it.")),
            Map.entry(30011, new Failure(Retry.CHANGED, "The telephone or its region takes no MMS; text alone may pass.")),
            Map.entry(30017, new Failure(Retry.LATER, "The carrier's network is congested.")),
            Map.entry(30019, new Failure(Retry.CHANGED, "It is larger than the carrier takes.")),
            Map.entry(30022, new Failure(Retry.LATER, "A limit of rate for long codes of the USA is reached.")),
            Map.entry(30023, new Failure(Retry.LATER, "The daily limit of a brand for long codes of the USA is reached.")),
            Map.entry(30032, new Failure(Retry.CHANGED, "The toll-free number that sends is not verified.")),
            Map.entry(30034, new Failure(Retry.CHANGED, "The long code that sends to the USA is not registered for a campaign.")),
            Map.entry(30036, new Failure(Retry.LATER, "It waited to be sent for longer than it was valid.")),
            Map.entry(30042, new Failure(Retry.CHANGED, "The sender's name is blocked.")),
            Map.entry(30410, new Failure(Retry.LATER, "The provider did not answer in time.")),
            Map.entry(30450, new Failure(Retry.CHANGED, "Twilio's protection against SMS pumping stopped it.")),
            Map.entry(50511, new Failure(Retry.CHANGED, "The channel does not take files of that type.")),
            Map.entry(50512, new Failure(Retry.CHANGED, "The file is larger than the channel takes.")),
            Map.entry(63001, new Failure(Retry.CHANGED, "The channel does not accept the sender's credentials.")),
            Map.entry(63002, new Failure(Retry.CHANGED, "The channel does not know the sender.")),
            Map.entry(63003, new Failure(Retry.NEVER, "The channel knows nobody at that address.")),
            Map.entry(63005, new Failure(Retry.CHANGED, "The channel does not accept the content.")),
            Map.entry(63007, new Failure(Retry.CHANGED, "The sender belongs to no channel of the account.")),
            Map.entry(63009, new Failure(Retry.LATER, "The channel's provider had an error of its own.")),
            Map.entry(63010, new Failure(Retry.LATER, "Twilio had an error of its own.")),
            Map.entry(63012, new Failure(Retry.LATER, "The channel's provider had an error of its own.")),
            Map.entry(63013, new Failure(Retry.CHANGED, "It breaks a policy of the channel.")),
            Map.entry(63014, new Failure(Retry.NEVER, "The person blocked the sender.")),
            Map.entry(63015, new Failure(Retry.CHANGED, "WhatsApp's sandbox sends only to who has joined it.")),
            Map.entry(63016, new Failure(Retry.CHANGED, "More than 24 hours have passed since the person last wrote; a template may be sent.")),
            Map.entry(63017, new Failure(Retry.LATER, "The account sends faster than it may.")),
            Map.entry(63018, new Failure(Retry.LATER, "A limit of rate of the channel is reached.")),
            Map.entry(63020, new Failure(Retry.CHANGED, "The business has not yet accepted the invitation by which Twilio sends for it.")),
            Map.entry(63021, new Failure(Retry.CHANGED, "The channel cannot read the content.")),
            Map.entry(63023, new Failure(Retry.UNKNOWN, "The channel gave no reason.")),
            Map.entry(63024, new Failure(Retry.NEVER, "The person cannot receive it: not on WhatsApp, its terms not accepted, or its version too old.")),
            Map.entry(63027, new Failure(Retry.CHANGED, "The template does not exist in that language.")),
            Map.entry(63028, new Failure(Retry.CHANGED, "The template takes another number of parameters.")),
            Map.entry(63030, new Failure(Retry.CHANGED, "The channel does not take such a parameter in such a message.")),
            Map.entry(63031, new Failure(Retry.NEVER, "Sender and address are the same.")),
            Map.entry(63032, new Failure(Retry.NEVER, "WhatsApp does not let this person be written to.")),
            Map.entry(63034, new Failure(Retry.CHANGED, "The file is larger than the channel takes.")),
            Map.entry(63036, new Failure(Retry.CHANGED, "The telephone cannot be reached by RCS; another channel may reach it.")),
            Map.entry(63038, new Failure(Retry.LATER, "The account's daily limit is reached.")),
            Map.entry(63040, new Failure(Retry.CHANGED, "The template was rejected.")),
            Map.entry(63041, new Failure(Retry.CHANGED, "The template is paused, since people complained.")),
            Map.entry(63042, new Failure(Retry.CHANGED, "The template is disabled.")),
            Map.entry(63049, new Failure(Retry.LATER, "Meta withheld it, so as not to send the person too many of its kind.")),
            Map.entry(63051, new Failure(Retry.CHANGED, "The WhatsApp account of the business is locked.")));

    private DeliveryFailures() {}

    /** What a code means. */
    record Failure(Retry retry, String meaning) {}

    /** What is known of a code. */
    static Optional<Failure> of(Number code) {
        return Optional.ofNullable(code).map(Number::intValue).map(CODES::get);
    }

    /** Twilio's page about a code. */
    static String source(int code) {
        return SOURCE + code;
    }
}
