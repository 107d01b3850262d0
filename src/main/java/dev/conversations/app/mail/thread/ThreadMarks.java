// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.arrival.ArrivedMail;
import dev.conversations.app.mail.parts.MailParts;
import dev.conversations.app.mail.server.BridgeAddress;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.OrTerm;
import jakarta.mail.search.SearchTerm;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What names a conversation in its mails, and is known again in the answers: the IDs that they refer to, the address that
 * they go to, and a line of the footer that they quote. Each is signed, and any one of them suffices: one mail server writes
 * Message-IDs of its own, one mail program forgets what it answers, one person quotes nothing.
 */
public final class ThreadMarks {
    /** How long a detail of the bridge's address gets. */
    public static final int DETAIL = ConversationTokens.LENGTH;

    private final MessageIds ids;
    private final SignedAddress addresses;
    private final FooterMark footer;

    /** @param secret who knows it can make marks that are taken for ours */
    public ThreadMarks(String secret, BridgeAddress bridge) {
        ConversationTokens tokens = new ConversationTokens(new MailSecret(secret));
        this.ids = new MessageIds(secret, bridge.domain());
        this.addresses = new SignedAddress(tokens, bridge);
        this.footer = new FooterMark(tokens);
    }

    MessageIds ids() {
        return ids;
    }

    /** Makes a mail one of the thread of its conversation, whose answers come back to it. */
    void mark(MimeMessage mail, String conversationSid) throws MessagingException {
        String thread = ids.thread(conversationSid);
        mail.setReplyTo(new Address[] {addresses.of(conversationSid)});
        mail.setHeader("References", thread);
        if (mail.getHeader("In-Reply-To") == null) {
            mail.setHeader("In-Reply-To", thread);
        }
    }

    /** The line of the footer. */
    String line(String conversationSid) {
        return footer.of(conversationSid);
    }

    /** A text without such lines. */
    String unmarked(String text) {
        return footer.removedFrom(text);
    }

    /**
     * The conversation that a mail answers. What it refers to and whom it is for say so, and only where these say nothing
     * what it quotes, since a person may quote anything.
     *
     * @return empty when it is none of ours
     * @throws Undeliverable when it is more than one, since nobody is to read what was meant for another
     */
    Optional<String> answered(Message mail, MailParts parts) throws MessagingException, Undeliverable {
        Set<String> conversations = addresses.recipients(mail);
        ids.answered(mail).ifPresent(conversations::add);
        if (conversations.isEmpty()) {
            conversations = footer.in(parts.source());
        }
        if (conversations.size() > 1) {
            throw new Undeliverable("The mail answers more than one conversation, so it went to none of them.");
        }
        return conversations.stream().findFirst();
    }

    /** Finds, at a mail server, the mails that say to answer one of ours. */
    public SearchTerm answers() {
        return new OrTerm(Stream.concat(MessageIds.answers(), addresses.answers()).toArray(SearchTerm[]::new));
    }

    /**
     * What a mail is kept in order by: the conversation that it refers to or is addressed to; empty for any other mail. What
     * it quotes is not looked at.
     */
    public String lane(ArrivedMail arrived) {
        try {
            MimeMessage mail = arrived.parsed();
            Optional<String> answered = ids.answered(mail);
            return answered.isPresent() ? answered.get() : addresses.recipients(mail).stream().findFirst().orElse("");
        } catch (MessagingException | Undeliverable e) {
            return "";
        }
    }

    /** What a mail of ours is about that only its headers are left of. */
    Optional<MessageIds.Named> conversation(Part original) throws MessagingException {
        return addresses.replyTo(original).stream().findFirst().map(sid -> new MessageIds.Named(sid, null));
    }
}
