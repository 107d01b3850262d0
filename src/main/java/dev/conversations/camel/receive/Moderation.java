// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.camel.options.Headers;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Reply;
import dev.conversations.webhook.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Decides on a pre-action event by patterns: a text that one finds is rejected, or goes on with what another finds masked. The answer is kept
 * beside the message, so that nothing a route does with the message afterwards changes it; a second moderation can add to it only.
 */
public final class Moderation implements Processor {

    /** The exchange property that holds the answer: a {@link Reply}, or the event as it shall happen. */
    static final String ANSWER = Headers.PREFIX + "Answer";

    private static final String BODY = "Body";

    private Pattern rejected;
    private Pattern masked;
    private String mask = "***";
    private Reply rejection = Reply.reject(403);

    /** What is rejected when it is found in the text; blank for nothing. */
    public void setRejectPattern(String pattern) {
        rejected = compiled("rejectPattern", pattern);
    }

    /** The status that rejects, from 400 to 599. */
    public void setRejectStatus(int status) {
        rejection = Reply.reject(status);
    }

    /** What is masked when it is found in the text; blank for nothing. */
    public void setMaskPattern(String pattern) {
        masked = compiled("maskPattern", pattern);
    }

    /** What stands in the place of what is masked. */
    public void setMask(String mask) {
        this.mask = mask;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        WebhookEvent event = exchange.getMessage().getMandatoryBody(WebhookEvent.class);
        if (event.eventType() == null) {
            throw new IllegalArgumentException("Moderation takes an event as the route received it, or its JSON: there is no EventType");
        }
        boolean open = !(exchange.getProperty(ANSWER) instanceof Reply);
        if (open && isFound(rejected, event.body())) {
            exchange.setProperty(ANSWER, rejection);
            exchange.getMessage().setHeader(Headers.REPLY_STATUS, rejection.status());
        } else if (open) {
            event = masked(event);
            exchange.setProperty(ANSWER, event);
        }
        exchange.getMessage().setBody(event);
    }

    private WebhookEvent masked(WebhookEvent event) {
        boolean changeable = event.type().map(EventType::changes).orElse(List.of()).contains("body");
        if (!changeable || !isFound(masked, event.body())) {
            return event;
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(event.parameters());
        parameters.put(BODY, List.of(masked.matcher(event.body()).replaceAll(Matcher.quoteReplacement(mask))));
        return new WebhookEvent(parameters);
    }

    private static boolean isFound(Pattern pattern, String text) {
        return pattern != null && text != null && pattern.matcher(text).find();
    }

    private static Pattern compiled(String option, String pattern) {
        try {
            return pattern == null || pattern.isBlank() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Option %s is no regular expression: %s".formatted(option, e.getDescription()));
        }
    }
}
