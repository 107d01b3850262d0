// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.Pages;
import dev.conversations.api.Result;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.camel.call.Call;
import dev.conversations.camel.call.Caller;
import dev.conversations.camel.poll.NewItems;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one service has, as the API shows it.
 *
 * @param callers makes the calls of an operation, in bulk
 * @param service null for the account's default service
 */
record Twilio(Function<Operation, Caller> callers, String service) {

    private static final String CONVERSATIONS = "conversations";
    private static final String CONVERSATION_SID = "conversationSid";

    /** The conversations that the list shows when it is asked for in that way. */
    Pages conversations(Map<String, Object> asked) {
        Caller caller = caller(CONVERSATIONS, "list");
        return caller.pages(new Call(arguments(caller, asked), Long.MAX_VALUE, true));
    }

    /** One conversation; empty when there is none. */
    Optional<Object> conversation(String sid) throws IOException {
        Caller caller = caller(CONVERSATIONS, "fetch");
        Map<String, Object> arguments = arguments(caller, Map.of("sid", sid));
        try {
            Result fetched = caller.policy().repeat(
                    caller.operation(), () -> caller.client().call(caller.operation(), arguments), () -> true);
            return Optional.of(fetched.body());
        } catch (TwilioException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is new of that resource in a conversation. */
    NewItems in(String conversation, String resource) {
        Caller caller = caller(resource, "list");
        return NewItems.of(caller, arguments(caller, Map.of(CONVERSATION_SID, conversation)));
    }

    /** The items of a resource in a conversation, those with the highest index first. */
    Pages newest(String conversation, String resource, int pageSize) {
        Caller caller = caller(resource, "list");
        Map<String, Object> arguments = arguments(caller, Map.of(CONVERSATION_SID, conversation, "order", "desc"));
        arguments.put("pageSize", pageSize);
        return caller.pages(new Call(arguments, Long.MAX_VALUE, true));
    }

    /** The receipts of a message. */
    Pages receipts(String conversation, String message) {
        Caller caller = caller("receipts", "list");
        return caller.pages(new Call(
                arguments(caller, Map.of(CONVERSATION_SID, conversation, "messageSid", message)), Long.MAX_VALUE, true));
    }

    private Caller caller(String resource, String method) {
        return callers.apply(Operations.find(resource, method).orElseThrow());
    }

    private Map<String, Object> arguments(Caller caller, Map<String, Object> asked) {
        Map<String, Object> arguments = new HashMap<>(asked);
        if (caller.operation().isList()) {
            arguments.put("pageSize", caller.operation().resource().maxPageSize());
        }
        if (service != null) {
            arguments.put(Operation.CHAT_SERVICE_SID, service);
        }
        return arguments;
    }
}
