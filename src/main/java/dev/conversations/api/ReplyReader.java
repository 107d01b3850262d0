// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.list.NextPage;
import dev.conversations.api.list.Page;
import dev.conversations.api.list.PageReader;
import dev.conversations.api.mask.Mask;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Resource;
import dev.conversations.api.operation.Verb;
import dev.conversations.api.text.Json;
import dev.conversations.api.wire.Reply;
import java.io.IOException;
import java.util.Map;

/** Makes results of the replies to one operation. */
final class ReplyReader {

    private static final int NO_CONTENT = 204;

    private final Operation operation;
    private final Map<String, ?> arguments;

    ReplyReader(Operation operation, Map<String, ?> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    Result read(Reply reply) {
        if (!reply.isSuccess()) {
            throw refusals().refusal(reply);
        }
        return new Result(body(reply), reply.status(), reply.requestId());
    }

    private Object body(Reply reply) {
        if (operation.verb() == Verb.DELETE || reply.status() == NO_CONTENT) {
            return null;
        }
        try {
            return operation.isList()
                    ? page(reply)
                    : Json.read(reply.body(), operation.resource().record());
        } catch (IOException | IllegalArgumentException e) {
            throw refusals().useless(reply, e.getMessage());
        }
    }

    private Page page(Reply reply) throws IOException {
        Resource resource = operation.resource();
        PageReader page = PageReader.read(reply.body(), resource.items(), resource.record());
        return new Page(page.items(), NextPage.of(page.next()), reply.body().length);
    }

    private Refusals refusals() {
        return new Refusals(operation.name(), () -> Mask.of(operation, arguments));
    }
}
