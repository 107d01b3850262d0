// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.mail.server.BridgeAddress;
import dev.conversations.app.outcome.Answers;
import dev.conversations.app.outcome.OptOut;
import dev.conversations.app.outcome.Statuses;
import dev.conversations.app.outcome.Told;
import dev.conversations.app.outcome.Words;
import dev.conversations.webhook.WebhookEvent;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells in the thread of a conversation what became of a message: who answered by mail learns that the answer failed or
 * arrived, the support team that a message was changed or removed, and that a person opted out.
 */
public final class OutcomeNote {
    private final ThreadMarks marks;
    private final BridgeAddress bridge;
    private final Notes notes;

    /** @param bridge the address that the note comes from */
    public OutcomeNote(ThreadMarks marks, BridgeAddress bridge) {
        this.marks = marks;
        this.bridge = bridge;
        this.notes = new Notes(bridge);
    }

    /**
     * The note; the same event always makes it with the same Message-ID.
     *
     * @param answer the message that the event is about; null where the event says it all, or when it is gone
     * @param support the address of the support team
     * @param template whether a template went in place of the answer; null when none did
     * @return null when nobody is to be told by mail, since nobody answered by mail
     */
    public MimeMessage mail(
            WebhookEvent event, dev.conversations.model.Message answer, String support, Boolean template)
            throws MessagingException {
        boolean isDelivery = event.verdict() != null;
        String to = isDelivery ? author(answer).orElse(null) : support;
        if (to == null) {
            return null;
        }
        MimeMessage note = notes.to(new InternetAddress(to, false), "Re: " + SentMail.subject(event.conversationSid()));
        note.setHeader("Message-ID", "<outcome." + Told.key("mail", event) + "@" + bridge.domain() + ">");
        if (!isDelivery) {
            note.setHeader("In-Reply-To", marks.ids().message(event.conversationSid(), event.messageSid()));
        }
        marks.mark(note, event.conversationSid());
        String words = isDelivery ? outcome(event, answer, Boolean.TRUE.equals(template)) : news(event);
        note.setText(words + "\n\n-- \n" + event.conversationSid() + ' ' + event.messageSid() + '\n'
                + marks.line(event.conversationSid()) + '\n', UTF_8.name());
        return note;
    }

    /** Who answered by mail: the bridge writes for no other author whose name is an address, unless for a CRM. */
    private Optional<String> author(dev.conversations.model.Message answer) {
        return Optional.ofNullable(answer)
                .filter(message -> Answers.isByBridge(message) && !Answers.isByCrm(message))
                .map(dev.conversations.model.Message::author)
                .filter(author -> RefusalNote.isUsable(author) && !bridge.isOwn(author));
    }

    private static String outcome(WebhookEvent event, dev.conversations.model.Message answer, boolean template) {
        String said = quoted(answer.body());
        if (!Statuses.isFailure(event)) {
            return "Your answer was " + event.status() + "." + said;
        }
        StringBuilder words = new StringBuilder("Your answer was not delivered: ").append(Words.reason(event));
        Optional.ofNullable(event.verdict().source()).ifPresent(page -> words.append('\n').append(page));
        if (template) {
            words.append("\nThe template for such cases was sent in its place; who answers it can be written to again.");
        }
        return words.append(said).toString();
    }

    private static String news(WebhookEvent event) {
        Optional<Boolean> optedOut = OptOut.in(event);
        if (optedOut.isPresent()) {
            return optedOut.get()
                    ? "The person opted out of messages. Answers will not arrive, until he or she opts in again."
                    : "The person opted in again. Answers arrive.";
        }
        if (Objects.equals(event.eventType(), "onMessageRemoved")) {
            return "This message was removed:" + quoted(event.body());
        }
        String reactions = Words.reactions(event);
        return "This message was changed. It says now:" + quoted(event.body())
                + (reactions == null ? "" : "\n\nReactions: " + reactions);
    }

    private static String quoted(String text) {
        return text == null || text.isBlank() ? ""
                : "\n\n" + text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
