// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import dev.conversations.api.text.Json;
import dev.conversations.interleaving.Orders;
import dev.conversations.webhook.Form;
import java.io.IOException;
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

/** The webhook setting of an account, in place of connections to Twilio; each call is a step. */
final class OneSetting implements ExecChainHandler {

    private Orders orders;
    private String url;
    private List<String> filters;

    /** Begins anew. */
    void clear(Orders newOrders) {
        orders = newOrders;
        url = "";
        filters = List.of();
    }

    String url() {
        return url;
    }

    List<String> filters() {
        return filters;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException {
        Map<String, List<String>> form = request.getEntity() == null ? Map.of() : Form.parse(EntityUtils.toByteArray(request.getEntity()));
        orders.step(request.getMethod() + form);
        url = form.getOrDefault("PostWebhookUrl", List.of(url)).get(0);
        filters = form.getOrDefault("Filters", filters);
        ClassicHttpResponse response = new BasicClassicHttpResponse(200);
        response.setEntity(new ByteArrayEntity(
                Json.write(Map.of("post_webhook_url", url, "filters", filters, "method", "POST")), ContentType.APPLICATION_JSON));
        return response;
    }
}
