// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Upload;
import dev.conversations.sandbox.channels.Line;
import dev.conversations.sandbox.kit.Waiting;
import java.util.List;
import java.util.Map;

/**
 * A person's telephone, or mailbox: what sends to and receives from the addresses of the account. Any address has one,
 * such as {@code +15551230001}, {@code whatsapp:+15551230001}, or without a number {@code whatsapp:US.13491208655302741918}.
 */
public final class Phone {

    /**
     * What a phone received.
     *
     * @param from the address it came from
     * @param body the text; null when the message had none
     * @param conversationSid the conversation it belongs to
     * @param messageSid the message that it is
     * @param media what came along, each with sid, content_type, filename and size
     */
    public record Received(
            String from, String body, String conversationSid, String messageSid, List<Map<String, Object>> media) {

        @Override
        public String toString() {
            return "Received[conversationSid=" + conversationSid + ", messageSid=" + messageSid + "]";
        }
    }

    /**
     * What became of a message that a phone sent; both are null when a pre-action webhook refused it.
     *
     * @param conversationSid the conversation it went to
     * @param messageSid the message that it became
     */
    public record Sent(String conversationSid, String messageSid) {}

    /** A file to send along; the name may be null. */
    public record Attachment(String contentType, String name, byte[] content) {

        @Override
        public String toString() {
            return "Attachment[" + contentType + ", " + content.length + " bytes]";
        }
    }

    private final String address;
    private final Assembly parts;
    private final Waiting waiting;

    Phone(String address, Assembly parts, Waiting waiting) {
        this.address = address;
        this.parts = parts;
        this.waiting = waiting;
    }

    public String address() {
        return address;
    }

    /**
     * Sends a message to whoever the last one came from or went to, else to the one address of the account that listens on this
     * channel. Returns when it is in its conversation.
     *
     * @throws IllegalStateException when none listens, or several do
     */
    public Sent writes(String body) {
        return sendTo(null, body, null);
    }

    /**
     * Sends a message to an address of the account. Returns when it is in its conversation.
     *
     * @throws IllegalStateException when nothing listens at that address
     */
    public Sent send(String to, String body) {
        return send(to, body, null);
    }

    /**
     * Sends a message with a file, or without one if it is null.
     *
     * @throws IllegalStateException when nothing listens at that address
     */
    public Sent send(String to, String body, Attachment attachment) {
        return sendTo(List.of(to), body, attachment);
    }

    /**
     * Sends a group text.
     *
     * @param to all other members, one of them an address of the account
     * @throws IllegalStateException when none of them is
     */
    public Sent sendToGroup(List<String> to, String body) {
        return sendTo(to, body, null);
    }

    /** What it received last, oldest first. */
    public List<Received> received() {
        return parts.phones.received(address).stream().map(line -> new Received(line.others().get(0), line.body(),
                line.conversationSid(), line.messageSid(), line.media())).toList();
    }

    /**
     * Waits until it has received that many messages.
     *
     * @return all that it received, oldest first
     * @throws AssertionError when it has not in time
     */
    public List<Received> awaitReceived(int count) {
        return waiting.until(this::received, received -> received.size() >= count,
                received -> "The phone received " + received.size() + " messages, not " + count + ",");
    }

    /** Reads what it received; of channels with read receipts, the account hears of it. */
    public void read() {
        parts.channels.read(address);
    }

    /** Whether messages reach it, as they do at first; otherwise they end undelivered with error 30003. */
    public void reachable(boolean reachable) {
        parts.phones.reachable(address, reachable);
    }

    /** Lets messages to it end undelivered with that error of Twilio, such as 63016; 0 lets them arrive. */
    public void failing(int errorCode) {
        parts.phones.fail(address, errorCode);
    }

    /**
     * Says by which ids WhatsApp knows the person, which webhooks then tell of what the phone sends.
     *
     * @param externalUserId for this business, such as {@code US.13491208655302741918}; null for none
     * @param parentExternalUserId for all businesses of its owner, such as {@code US.ENT.11815799212886844830}; null for none
     */
    public void knownAs(String externalUserId, String parentExternalUserId) {
        parts.phones.identify(address, externalUserId, parentExternalUserId);
    }

    @Override
    public String toString() {
        return "Phone";
    }

    private Sent sendTo(List<String> to, String body, Attachment attachment) {
        try {
            Line sent = parts.channels.receive(address, to == null ? parts.addresses.partners(address) : to, body, attachment == null ? null
                    : new Upload(attachment.contentType(), attachment.name(), attachment.content()));
            return new Sent(sent.conversationSid(), sent.messageSid());
        } catch (Refusal e) {
            throw new IllegalStateException(e.getMessage());
        }
    }
}
