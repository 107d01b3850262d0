// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.SearchTerm;
import java.io.UnsupportedEncodingException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Message-IDs that name a conversation, and prove by a keyed hash that we gave them out: a mail that refers to one
 * belongs to that conversation, whoever it claims to be from, and no database is needed to know it.
 */
final class MessageIds {
    private static final int TOKEN_BYTES = 16;
    private static final Pattern ID = Pattern.compile(
            "<(CH[0-9a-f]{32})(\\.IM[0-9a-f]{32})?\\.([0-9a-f]{32})@[^<>@\\s]+>", Pattern.CASE_INSENSITIVE);
    private static final List<String> ANSWERS = List.of("In-Reply-To", "References");
    private static final String BEGINNING = "<CH";
    private static final Pattern ANY_ID = Pattern.compile("<[!-~&&[^<>]]{1,250}>");

    /**
     * What an ID names.
     *
     * @param message its SID; null when the ID is that of the thread
     */
    record Named(String conversation, String message) {}

    private final MailSecret secret;
    private final String domain;

    /**
     * @param secret who knows it can make IDs that are taken for ours
     * @param domain what stands behind the {@code @}
     */
    MessageIds(String secret, String domain) {
        this.secret = new MailSecret(secret);
        this.domain = domain;
    }

    /** The ID of a conversation: all its mails refer to it, so mail programs show them as one thread. */
    String thread(String conversationSid) {
        return id(conversationSid);
    }

    /** The ID of the mail that carries a message; always the same for the same message. */
    String message(String conversationSid, String messageSid) {
        return id(conversationSid + "." + messageSid);
    }

    /** The ID of a mail, if it has one that can be one; programs write empty and doubtful ones. */
    static Optional<String> of(Message mail) throws MessagingException {
        String[] ids = mail.getHeader("Message-ID");
        return Optional.ofNullable(ids == null ? null : ids[0]).map(String::strip)
                .filter(id -> ANY_ID.matcher(id).matches());
    }

    /** The conversation of the mail that a mail answers, by its references; empty when it is none of ours. */
    Optional<String> answered(Message mail) throws MessagingException {
        for (String header : ANSWERS) {
            String[] values = mail.getHeader(header);
            if (values != null) {
                Optional<String> conversation = conversation(decoded(String.join(" ", values)));
                if (conversation.isPresent()) {
                    return conversation;
                }
            }
        }
        return Optional.empty();
    }

    /** Finds, at a mail server, the mails that say to answer one of ours. */
    static Stream<SearchTerm> answers() {
        return ANSWERS.stream().map(header -> new HeaderTerm(header, BEGINNING));
    }

    /** The message whose mail a mail answers, by its references; empty when they name none of ours. */
    Optional<Named> answeredMessage(Message mail) throws MessagingException {
        for (String header : ANSWERS) {
            String[] values = mail.getHeader(header);
            Optional<Named> named = values == null ? Optional.empty() : named(decoded(String.join(" ", values)));
            if (named.isPresent() && named.get().message() != null) {
                return named;
            }
        }
        return Optional.empty();
    }

    /** The conversation named by the last genuine ID in the text, such as a {@code References} header. */
    Optional<String> conversation(String text) {
        return named(text).map(Named::conversation);
    }

    /** What the last genuine ID in the text names. */
    Optional<Named> named(String text) {
        Optional<Named> named = Optional.empty();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            String message = id.group(2) == null ? "" : id.group(2);
            if (isGenuine(id.group(1) + message, id.group(3))) {
                named = Optional.of(new Named("CH" + lower(id.group(1).substring(2)),
                        message.isEmpty() ? null : "IM" + lower(message.substring(".IM".length()))));
            }
        }
        return named;
    }

    /** A header without folds and encoded words. */
    static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }

    private String id(String sids) {
        String id = "<" + sids + "." + token(sids) + "@" + domain + ">";
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("No SIDs of a conversation and its message");
        }
        return id;
    }

    private boolean isGenuine(String sids, String token) {
        return MessageDigest.isEqual(token(sids).getBytes(UTF_8), lower(token).getBytes(UTF_8));
    }

    private String token(String sids) {
        return HexFormat.of().formatHex(secret.signature(lower(sids), TOKEN_BYTES));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
