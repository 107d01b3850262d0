// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import dev.conversations.api.TwilioException;
import dev.conversations.camel.options.Headers;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Names the spans of calls and events by their operation, and says how they ended. Found by Camel's telemetry where that is. Nothing
 * of a URI but its path is told, since options may be numbers and names.
 */
public final class CallSpans extends AbstractSpanDecorator {

    @Override
    public String getComponent() {
        return "twilio-conversations";
    }

    @Override
    public String getComponentClassName() {
        return "dev.conversations.camel.ConversationsComponent";
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return stripSchemeAndOptions(endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        span.setComponent("camel-" + getComponent());
        span.setTag(TagConstants.URL_SCHEME, getComponent());
        span.setTag(TagConstants.URL_PATH, stripSchemeAndOptions(endpoint));
        span.setTag(TagConstants.EXCHANGE_ID, exchange.getExchangeId());
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        tag(span, "twilio.request.id", exchange.getMessage().getHeader(Headers.REQUEST_ID));
        tag(span, "twilio.attempts", exchange.getMessage().getHeader(Headers.ATTEMPTS));
        tag(span, TagConstants.HTTP_STATUS, exchange.getMessage().getHeader(Headers.STATUS));
        if (!exchange.isFailed()) {
            return;
        }
        span.setError(true);
        Exception failure = exchange.getException();
        if (failure instanceof TwilioException refused) {
            tag(span, "twilio.error.code", refused.getCode());
        }
        if (failure != null) {
            span.log(Map.of("event", TagConstants.ERROR, "error.kind", failure.getClass().getName()));
        }
    }

    private static void tag(Span span, String name, Object value) {
        if (value != null) {
            span.setTag(name, value.toString());
        }
    }
}
