// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Where a person reads which calls wait and answers them: the processor of a route that receives HTTP GET and POST requests. A GET lists
 * them as JSON; a POST of {@code {"id": "...", "answer": "yes"}} has one run, once and with the arguments that were shown, and
 * {@code "no"} refuses it. Whoever answers has to bear a token of his or her own, which no client of the {@link McpServer} knows. What
 * nobody answers within an hour is refused.
 */
public final class ApprovalDesk implements Processor {

    private McpServer server;
    private BearerToken token = BearerToken.none();

    /** Whose calls these are. */
    public void setServer(McpServer server) {
        this.server = server;
        refuseTheTokenOfClients();
    }

    /** What a person has to send as {@code Authorization: Bearer}; 16 characters at least, and not the token of the server. */
    public void setToken(String token) {
        this.token = BearerToken.of("the ApprovalDesk", token);
        refuseTheTokenOfClients();
    }

    private void refuseTheTokenOfClients() {
        if (server != null && server.hasToken(token)) {
            throw new IllegalArgumentException("token of the ApprovalDesk: must be another than that of the McpServer, or models agree with themselves");
        }
    }

    @Override
    public void process(Exchange exchange) {
        JsonRequest request = new JsonRequest(exchange);
        if (request.header("Origin") != null) {
            request.answer(403);
        } else if (server == null || !token.isBorneBy(request.message()) || server.hasToken(token)) {
            request.answer(401);
        } else if ("GET".equals(request.header(Exchange.HTTP_METHOD))) {
            request.answer(200, Map.of("approvals", server.approvals().list().stream().map(Approval::told).toList()));
        } else if (!request.isJson()) {
            request.answer(415);
        } else {
            try {
                decide(request, request.object());
            } catch (IOException e) {
                request.answer(400, Map.of("fault", e.getMessage()));
            }
        }
    }

    private void decide(JsonRequest request, Map<String, Object> decision) {
        Approval approval = decision.get("id") instanceof String id ? server.approvals().find(id).orElse(null) : null;
        Object answer = decision.get("answer");
        if (approval == null) {
            request.answer(404, Map.of("fault", "no call waits or waited lately under that id"));
        } else if (!"yes".equals(answer) && !"no".equals(answer)) {
            request.answer(400, Map.of("fault", "answer must be yes or no"));
        } else {
            boolean answered = "yes".equals(answer)
                    ? approval.run(() -> server.caller().call(approval.tool(), approval.arguments()))
                    : approval.refuse();
            request.answer(answered ? 200 : 409, approval.told());
        }
    }
}
