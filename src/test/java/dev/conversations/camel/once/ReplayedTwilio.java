// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.api.text.Json;
import dev.conversations.webhook.Form;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** The messages of a conversation, in place of connections to Twilio; the trace tells what becomes of a create. */
final class ReplayedTwilio implements ExecChainHandler {

    private final Replay replay;
    private final Clock clock;
    private final boolean blind;
    private final List<Map<String, Object>> messages = new ArrayList<>();

    /** @param blind whether its list lacks all */
    ReplayedTwilio(Replay replay, Clock clock, boolean blind) {
        this.replay = replay;
        this.clock = clock;
        this.blind = blind;
    }

    List<Integer> created() {
        return messages.stream().map(message -> Integer.valueOf(message.get("body").toString())).toList();
    }

    /** A create arrives. */
    Map<String, Object> add(String reply) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("sid", "IM%032x".formatted(messages.size()));
        message.put("index", messages.size());
        message.put("body", reply);
        message.put("attributes", "{\"key\":\"" + reply + "\"}");
        message.put("date_created", clock.instant().toString());
        messages.add(message);
        return message;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException {
        replay.turn();
        return request.getMethod().equals("POST")
                ? answer(201, create(Form.parse(EntityUtils.toByteArray(request.getEntity())).get("Body").get(0)))
                : answer(200, list());
    }

    private Map<String, Object> create(String reply) throws IOException {
        replay.does("send " + reply);
        replay.turn();
        String fate = replay.name();
        if (fate.startsWith("request lost")) {
            replay.does("request lost " + reply);
            throw new SocketTimeoutException("no answer");
        }
        Map<String, Object> message = add(reply);
        boolean unanswered = fate.endsWith("unanswered");
        replay.does("create " + reply + (unanswered ? " unanswered" : ""));
        if (unanswered) {
            throw new SocketTimeoutException("no answer");
        }
        return message;
    }

    /** Who does not have the key looks as well, to find it or to wait on; only that it finds it is a step then. */
    private Map<String, Object> list() {
        Map<String, Object> list = new HashMap<>(Map.of("messages", blind ? List.of() : List.copyOf(messages)));
        list.put("meta", Map.of());
        String step = replay.name();
        if (step.startsWith("look ") || step.startsWith("find ")) {
            replay.does(step);
        }
        return list;
    }

    private static ClassicHttpResponse answer(int status, Map<String, Object> body) throws IOException {
        ClassicHttpResponse response = new BasicClassicHttpResponse(status);
        response.setEntity(new ByteArrayEntity(Json.write(body), ContentType.APPLICATION_JSON));
        return response;
    }
}
