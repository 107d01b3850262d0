// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.command;

import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.app.delivery.Reasons;
import dev.conversations.app.delivery.Undeliverable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Calls of Twilio that other programs ask for, as JSON:
 * {@code {"id": "7", "operation": "messages/create", "arguments": {"conversationSid": "CH...", "body": "Hi"}}}.
 */
public final class Commands {
    private static final Set<String> MEMBERS = Set.of("id", "operation", "arguments");
    private static final String NAME = "[A-Za-z-]{1,60}/[A-Za-z]{1,30}";
    private static final String CREATE_MESSAGE = "messages/create";

    private final boolean webhooks;

    /**
     * One command.
     *
     * @param id goes into the reply; null when no reply is wanted
     * @param operation the name of an operation that exists
     */
    public record Command(String id, String operation, Map<String, Object> arguments) {

        @Override
        public String toString() {
            return operation;
        }
    }

    /** @param webhooks whether Twilio tells of messages that commands create, where they do not say so themselves */
    public Commands(boolean webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * The command that the JSON is. A message that it creates is marked as the bridge's own.
     *
     * @param key tells it from others; null when nothing does
     * @throws Undeliverable when it is none, or its operation does not exist
     */
    public Command read(byte[] json, String key) throws Undeliverable {
        Map<String, Object> members = members(json);
        if (!MEMBERS.containsAll(members.keySet())) {
            throw new Undeliverable("A command has operation, arguments and maybe an id, no other members.");
        }
        if (!(members.get("arguments") instanceof Map<?, ?> given)) {
            throw new Undeliverable("The command has no arguments: a JSON object of options by name, {} for none.");
        }
        String operation = operation(members.get("operation"));
        Map<String, Object> arguments = new LinkedHashMap<>();
        given.forEach((name, value) -> arguments.put(name.toString(), value));
        if (operation.equals(CREATE_MESSAGE)) {
            arguments.putIfAbsent("webhookEnabled", webhooks);
            QueuedReply.mark(arguments, key);
        }
        return new Command(id(members), operation, arguments);
    }

    /**
     * What the command led to, as JSON: its id and operation, and the result as Twilio would write it.
     *
     * @return null when no reply is wanted
     */
    public byte[] reply(Command command, Object result) {
        return reply(command.id(), command.operation(), "result", result);
    }

    /**
     * Why the command was not done, as JSON: its id and operation as far as they can be read, and the error.
     *
     * @return null when no reply is wanted, or it cannot be told
     */
    public byte[] refusal(byte[] json, Exception why) {
        try {
            Map<String, Object> members = members(json);
            Object operation = members.get("operation");
            return reply(id(members), operation instanceof String name && name.matches(NAME) ? name : null,
                    "error", error(why));
        } catch (Undeliverable e) {
            return null;
        }
    }

    /** The id in a reply. */
    public String id(byte[] reply) throws IOException {
        return id(Json.readObject(reply));
    }

    private static byte[] reply(String id, String operation, String outcome, Object value) {
        if (id == null) {
            return null;
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", id);
        reply.put("operation", operation);
        reply.put(outcome, value);
        return Json.write(reply);
    }

    private static Map<String, Object> error(Exception why) {
        Map<String, Object> error = new LinkedHashMap<>();
        if (why instanceof TwilioException refused) {
            error.put("status", refused.getStatus());
            error.put("code", refused.getCode());
        }
        error.put("message", Reasons.of(why));
        return error;
    }

    private static String id(Map<String, Object> members) {
        Object id = members.get("id");
        return id instanceof String || id instanceof Number ? id.toString() : null;
    }

    private static Map<String, Object> members(byte[] json) throws Undeliverable {
        try {
            return Json.readObject(json);
        } catch (IOException | IllegalArgumentException e) {
            throw new Undeliverable("The command is no JSON object with operation and arguments.");
        }
    }

    private static String operation(Object name) throws Undeliverable {
        if (!(name instanceof String text) || !text.matches(NAME)) {
            throw new Undeliverable("The command's operation is no name such as " + CREATE_MESSAGE + ".");
        }
        if (!Operations.all().containsKey(text)) {
            throw new Undeliverable("There is no operation " + text + "; catalog/operations.md lists those there are.");
        }
        return text;
    }
}
