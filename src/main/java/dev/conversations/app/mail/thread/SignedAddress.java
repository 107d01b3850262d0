// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import dev.conversations.app.mail.server.BridgeAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.SearchTerm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bridge's address with the token of a conversation as its detail: what is sent there belongs to the conversation. */
final class SignedAddress {
    /** Where a mail says whom it is for, and servers say whom they gave it to. */
    private static final List<String> RECIPIENTS = List.of("To", "Cc", "Resent-To", "Delivered-To", "X-Delivered-To",
            "X-Original-To", "Envelope-To", "X-Envelope-To", "Original-Recipient", "Apparently-To");
    private static final Pattern DETAIL =
            Pattern.compile("(?<![0-9a-zA-Z])([0-9a-zA-Z]{" + ConversationTokens.LENGTH + "})\"?@");

    private final ConversationTokens tokens;
    private final BridgeAddress bridge;

    SignedAddress(ConversationTokens tokens, BridgeAddress bridge) {
        this.tokens = tokens;
        this.bridge = bridge;
    }

    InternetAddress of(String conversationSid) throws AddressException {
        return new InternetAddress(bridge.with(tokens.of(conversationSid)));
    }

    /** Finds, at a mail server, the mails that go to such an address; nothing where there is none. */
    Stream<SearchTerm> answers() {
        return bridge.separator().isEmpty() ? Stream.empty()
                : Stream.of("To", "Cc").map(header -> new HeaderTerm(header, bridge.beginning()));
    }

    /** The conversations that a mail is addressed to. */
    Set<String> recipients(Part mail) throws MessagingException {
        return in(mail, RECIPIENTS);
    }

    /** The conversation that answers to a mail of ours go to. */
    Set<String> replyTo(Part mail) throws MessagingException {
        return in(mail, List.of("Reply-To"));
    }

    private Set<String> in(Part mail, List<String> headers) throws MessagingException {
        Set<String> conversations = new LinkedHashSet<>();
        for (String header : headers) {
            String[] values = mail.getHeader(header);
            Matcher detail = DETAIL.matcher(values == null ? "" : MessageIds.decoded(String.join(", ", values)));
            while (detail.find()) {
                tokens.conversation(detail.group(1)).ifPresent(conversations::add);
            }
        }
        return conversations;
    }
}
