package dev.conversations.app.command;

import dev.conversations.api.Json;
import dev.conversations.api.Operations;
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
     * @throws Undeliverable when it is none, or its operation does not exist
     */
    public Command read(byte[] json) throws Undeliverable {
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
            QueuedReply.mark(arguments);
        }
        Object id = members.get("id");
        return new Command(id == null ? null : id.toString(), operation, arguments);
    }

    /** What the command led to, as JSON: its id and operation, and the result as Twilio would write it. */
    public byte[] reply(Command command, Object result) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", command.id());
        reply.put("operation", command.operation());
        reply.put("result", result);
        return Json.write(reply);
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
