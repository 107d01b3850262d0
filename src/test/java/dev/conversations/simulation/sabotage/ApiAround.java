// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.sabotage;

import dev.conversations.api.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ways to the API that are not what they should be. */
final class ApiAround {

    private static final Logger LOG = LoggerFactory.getLogger(ApiAround.class);
    private static final int CREATED = 201;
    private static final int LIMITED = 429;
    private static final int SERVER_ERRORS = 500;

    private ApiAround() {}

    private static boolean isCreate(ClassicHttpRequest request) {
        return request.getMethod().equals("POST") && request.getPath().endsWith("/Messages");
    }

    /** Sends a create again when it failed, and looks for nothing before. */
    static ExecChainHandler repeatingCreates(ExecChainHandler sound) {
        return (request, scope, chain) -> {
            try {
                ClassicHttpResponse response = sound.execute(request, scope, chain);
                return isCreate(request) && response.getCode() >= SERVER_ERRORS ? sound.execute(request, scope, chain) : response;
            } catch (IOException e) {
                if (isCreate(request)) {
                    return sound.execute(request, scope, chain);
                }
                throw e;
            }
        };
    }

    /** Says that a message is made when it may not be. */
    static ExecChainHandler praisingCreates(ExecChainHandler sound) {
        return (request, scope, chain) -> {
            ClassicHttpResponse response = sound.execute(request, scope, chain);
            if (isCreate(request) && response.getCode() >= SERVER_ERRORS) {
                response.setCode(CREATED);
                response.setEntity(new ByteArrayEntity("{}".getBytes(), ContentType.APPLICATION_JSON));
            }
            return response;
        };
    }

    /** Logs Twilio's words as they are, without the mask. */
    static ExecChainHandler unmasking(ExecChainHandler sound) {
        return (request, scope, chain) -> {
            ClassicHttpResponse response = sound.execute(request, scope, chain);
            if (response.getCode() == LIMITED || response.getCode() >= SERVER_ERRORS) {
                byte[] words = EntityUtils.toByteArray(response.getEntity());
                LOG.debug("Twilio says {}", new String(words, StandardCharsets.UTF_8));
                response.setEntity(new ByteArrayEntity(words, ContentType.APPLICATION_JSON));
            }
            return response;
        };
    }

    /** Reads settings in place of writing them. */
    static ExecChainHandler changingNoSettings(ExecChainHandler sound) {
        return (request, scope, chain) -> {
            if (!request.getMethod().equals("POST") || !request.getPath().endsWith("/Configuration/Webhooks")) {
                return sound.execute(request, scope, chain);
            }
            ClassicHttpRequest reading = new BasicClassicHttpRequest("GET", request.getPath());
            for (Header header : request.getHeaders()) {
                reading.addHeader(header);
            }
            return sound.execute(reading, scope, chain);
        };
    }

    /** Leaves out the last item of each page of messages. */
    static ExecChainHandler shorteningPages(ExecChainHandler sound) {
        return (request, scope, chain) -> {
            ClassicHttpResponse response = sound.execute(request, scope, chain);
            if (request.getMethod().equals("GET") && request.getPath().contains("/Messages?") && response.getCode() == 200) {
                Map<String, Object> page = new HashMap<>(Json.readObject(EntityUtils.toByteArray(response.getEntity())));
                List<?> items = (List<?>) page.get("messages");
                page.put("messages", items.subList(0, Math.max(0, items.size() - 1)));
                response.setEntity(new ByteArrayEntity(Json.write(page), ContentType.APPLICATION_JSON));
            }
            return response;
        };
    }
}
