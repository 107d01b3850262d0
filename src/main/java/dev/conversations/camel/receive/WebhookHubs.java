// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.camel.observe.WatchedPath;
import dev.conversations.camel.observe.WebhookMeters;
import dev.conversations.camel.trust.Door;
import dev.conversations.webhook.ExpectedWebhooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StartupListener;

/**
 * The hubs of a Camel context, one per path, whatever component or account their routes are of. A hub listens while
 * routes need it, and only once all routes of a starting context have come, so that none misses an event.
 */
final class WebhookHubs implements StartupListener, WatchedPath.All, ExpectedWebhooks {
    private final CamelContext context;
    private final Map<String, WebhookHub> hubs = new LinkedHashMap<>();

    private WebhookHubs(CamelContext context) {
        this.context = context;
    }

    static synchronized WebhookHubs of(CamelContext context) {
        ExtendedCamelContext extended = context.getCamelContextExtension();
        WebhookHubs hubs = (WebhookHubs) extended.getContextPlugin(WatchedPath.All.class);
        if (hubs == null) {
            hubs = new WebhookHubs(context);
            extended.addContextPlugin(WatchedPath.All.class, hubs);
            extended.addContextPlugin(ExpectedWebhooks.class, hubs);
            try {
                context.addStartupListener(hubs);
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeException(e);
            }
        }
        return hubs;
    }

    /** Lets a receiver take part in what arrives at its path, from now until it leaves. */
    synchronized void join(ConversationsReceiver receiver) {
        hubs.computeIfAbsent(Door.normal(receiver.options().getPath()), this::hub).add(receiver);
    }

    /** Begins to listen at once where all routes have come, and prepares to where they have not. */
    synchronized void open(WebhookHub hub) {
        hub.prepare();
        if (context.isStarted()) {
            hub.open();
        }
    }

    synchronized void leave(ConversationsReceiver receiver) {
        hubs.values().forEach(hub -> hub.remove(receiver));
    }

    private WebhookHub hub(String path) {
        WebhookHub hub = new WebhookHub(path, context);
        if (context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") != null) {
            WebhookMeters.bind(context, path, hub.outcomes());
        }
        return hub;
    }

    @Override
    public synchronized List<WebhookHub> paths() {
        return List.copyOf(hubs.values());
    }

    @Override
    public List<Route> routes() {
        return paths().stream().flatMap(hub -> hub.receivers().stream()).filter(ConversationsReceiver::isRunning)
                .map(ConversationsReceiver::expected).toList();
    }

    @Override
    public void onCamelContextStarted(CamelContext started, boolean alreadyStarted) {
        // Too early: its routes have yet to come.
    }

    @Override
    public synchronized void onCamelContextFullyStarted(CamelContext started, boolean alreadyStarted) {
        paths().stream().filter(WebhookHub::isNeeded).forEach(WebhookHub::open);
    }
}
