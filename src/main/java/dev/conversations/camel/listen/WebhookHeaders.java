// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** The few HTTP headers that matter to a webhook, whatever their case; no other goes in or out. */
public final class WebhookHeaders implements HeaderFilterStrategy {
    public static final String TOKEN = "I-Twilio-Idempotency-Token";

    private static final Set<String> IN = names("X-Twilio-Signature", "X-Twilio-Webhooks-Signature-Settings", TOKEN, "Content-Type");
    private static final Set<String> OUT = names("Content-Type", "Retry-After", "Connection");

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !IN.contains(name);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name);
    }

    private static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Arrays.asList(names));
        return Collections.unmodifiableSet(set);
    }
}
