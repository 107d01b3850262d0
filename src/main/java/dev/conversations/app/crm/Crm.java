// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import dev.conversations.api.Timing;
import dev.conversations.api.text.Json;
import dev.conversations.app.mail.text.BlankMessage;
import dev.conversations.app.outcome.OptOut;
import dev.conversations.app.outcome.Statuses;
import dev.conversations.app.outcome.Words;
import dev.conversations.model.Message;
import dev.conversations.model.Participant;
import dev.conversations.model.ParticipantConversation;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What conversations and CRMs make of each other's messages. */
public final class Crm {
    private static final String CONVERSATION = "conversationSid";
    private static final String SERVICE = "chatServiceSid";
    private static final String ADDRESS = "address";

    /** The channels whose addresses may be phone numbers behind a prefix. */
    private static final List<String> PHONE_CHANNELS = List.of("whatsapp:", "rcs:");

    private final Timing timing;

    /** @param timing dates what Twilio does not */
    public Crm(Timing timing) {
        this.timing = timing;
    }

    /** The subject of tasks that are messages, as {@code json} between double and as {@code quoted} between single quotes. */
    public Map<String, String> subject(String subject) {
        return Map.of("json", Json.text(subject), "quoted", CrmEntry.quote(subject));
    }

    /** The conversation of an event, as options of an operation. */
    public Map<String, Object> place(WebhookEvent event) {
        return place(event.conversationSid(), event.chatServiceSid());
    }

    /**
     * The entry that a message makes: in the timeline of its author if that is a customer, else of the first customer.
     * Customers are the participants who are reached by phone, mail or the like; without one there is no entry. A message
     * that was changed or removed makes the same entry with other words; one that was not delivered makes one more, in the
     * timeline of whom it did not reach.
     *
     * @return null without a customer
     */
    public CrmEntry entry(WebhookEvent event, List<Participant> participants) {
        boolean failed = Statuses.isFailure(event);
        List<Map<String, Object>> bindings = participants.stream()
                .filter(participant -> !failed || event.participantSid() == null
                        || event.participantSid().equals(participant.sid()))
                .map(Participant::messagingBinding)
                .filter(binding -> binding != null && binding.get(ADDRESS) != null)
                .toList();
        Optional<Map<String, Object>> writer =
                bindings.stream().filter(binding -> binding.get(ADDRESS).equals(event.author())).findFirst();
        return writer.or(() -> bindings.stream().findFirst())
                .map(customer -> new CrmEntry(event.conversationSid(),
                        failed ? event.deliveryReceiptSid() : event.messageSid(), bare(customer.get(ADDRESS).toString()),
                        failed ? CrmEntry.FAILURE : Objects.toString(customer.get("type"), "sms"),
                        writer.isPresent(), Objects.toString(event.author(), "unknown"), text(event), time(event),
                        OptOut.in(event).orElse(null)))
                .orElse(null);
    }

    /**
     * What an agent wrote.
     *
     * @param variables {@code task}, its name; {@code text}; {@code addresses}, a list of how the CRM knows the customer,
     *     of which nulls and blanks do not count
     * @throws CrmRefusal when there is no text or no address
     */
    public CrmReply reply(String crm, Map<String, ?> variables) throws CrmRefusal {
        String task = String.valueOf(variables.get("task"));
        String text = Objects.toString(variables.get("text"), "");
        List<String> known = !(variables.get("addresses") instanceof List<?> addresses) ? List.of() : addresses.stream()
                .filter(address -> address != null && !address.toString().isBlank())
                .flatMap(address -> everywhere(address.toString().strip()))
                .distinct().toList();
        if (text.isBlank()) {
            throw new CrmRefusal("The task " + task + " of " + crm + " says nothing.");
        }
        if (known.isEmpty()) {
            throw new CrmRefusal("The task " + task + " of " + crm
                    + " is about nobody with a phone number or an e-mail address.");
        }
        return new CrmReply(crm, task, text.strip(), known);
    }

    /**
     * The conversations to answer in, as options of an operation: the active ones, first the one that changed last.
     *
     * @param found the conversations of each address
     * @throws CrmRefusal when none is active
     */
    public List<Map<String, Object>> conversations(
            CrmReply reply, List<? extends Collection<ParticipantConversation>> found) throws CrmRefusal {
        List<Map<String, Object>> places = found.stream().flatMap(Collection::stream)
                .filter(conversation -> "active".equals(conversation.conversationState()))
                .sorted(Comparator.comparing(Crm::changed).reversed())
                .map(conversation -> place(conversation.conversationSid(), conversation.chatServiceSid()))
                .distinct().toList();
        if (places.isEmpty()) {
            throw new CrmRefusal("The customer of task " + reply.task() + " of " + reply.crm()
                    + " has no active conversation.");
        }
        return places;
    }

    /**
     * The message that an agent's text becomes, as options of {@code messages/create}, marked with where it comes from.
     *
     * @param places the conversations it may stand in; it goes to the first
     * @param latest the messages that are in each of them already
     * @return null when it is among them
     */
    public Map<String, Object> message(
            CrmReply reply, List<Map<String, Object>> places, List<? extends Collection<Message>> latest) {
        Map<String, Object> origin = Map.of("origin", "bridge", "crm", reply.crm(), "task", reply.task());
        if (latest.stream().flatMap(Collection::stream)
                .anyMatch(message -> attributes(message).entrySet().containsAll(origin.entrySet()))) {
            return null;
        }
        Map<String, Object> message = new LinkedHashMap<>(places.get(0));
        message.put("author", reply.crm());
        message.put("body", reply.text());
        message.put("attributes", origin);
        message.put("webhookEnabled", true);
        return message;
    }

    private static String changed(ParticipantConversation conversation) {
        return Objects.toString(conversation.conversationDateUpdated(), "");
    }

    private static Map<String, Object> place(String conversation, String service) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put(CONVERSATION, conversation);
        if (service != null) {
            place.put(SERVICE, service);
        }
        return place;
    }

    private Instant time(WebhookEvent event) {
        return Optional.ofNullable(Statuses.isFailure(event) ? event.dateUpdated() : event.dateCreated())
                .orElseGet(timing::now).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String text(WebhookEvent event) {
        if (Statuses.isFailure(event)) {
            return Words.reason(event) + "\n" + event.messageSid() + (OptOut.in(event).isPresent() ? "\n[opted out]" : "");
        }
        if (Objects.equals(event.eventType(), "onMessageRemoved")) {
            return "[removed]";
        }
        Stream<String> media = event.media().stream().map(
                file -> "[" + Objects.toString(file.get("Filename"), "file") + ", " + file.get("ContentType") + "]");
        Stream<String> words = Stream.of(BlankMessage.words(event)).filter(text -> !text.isEmpty());
        Stream<String> reactions = Stream.ofNullable(Words.reactions(event)).map(all -> "[reactions: " + all + "]");
        Stream<String> optOut = OptOut.in(event).stream().map(out -> out ? "[opted out]" : "[opted in]");
        return Stream.of(words, media, reactions, optOut).flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** The phone number behind a prefix; any other address as it is. */
    private static String bare(String address) {
        return PHONE_CHANNELS.stream().filter(address::startsWith).map(prefix -> address.substring(prefix.length()))
                .filter(PhoneNumber::is).findFirst().orElse(address);
    }

    private static Stream<String> everywhere(String address) {
        return PhoneNumber.read(address)
                .map(phone -> Stream.concat(Stream.of(phone), PHONE_CHANNELS.stream().map(prefix -> prefix + phone)))
                .orElseGet(() -> Stream.of(address));
    }

    private static Map<String, Object> attributes(Message message) {
        try {
            return Json.readObject(Objects.toString(message.attributes(), "{}").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Map.of();
        }
    }
}
