package dev.conversations.api.wire;

import dev.conversations.api.operation.Verb;
import java.net.URI;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/** A request that can be broken off from another thread, wherever it is: its connection is cut, not read to an end. */
public final class OutgoingRequest extends BasicClassicHttpRequest implements CancellableDependency {

    private static final long serialVersionUID = 1L;

    private transient Cancellable work;
    private transient boolean cancelled;

    public OutgoingRequest(Verb verb, URI uri) {
        super(verb.name(), uri);
    }

    public OutgoingRequest(Verb verb, String scheme, URIAuthority authority, String path) {
        super(verb.name(), scheme, authority, path);
    }

    @Override
    public void setDependency(Cancellable dependency) {
        synchronized (this) {
            work = dependency;
            if (!cancelled) {
                return;
            }
        }
        dependency.cancel();
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Breaks it off for good: it is not sent again. */
    @Override
    public boolean cancel() {
        synchronized (this) {
            cancelled = true;
        }
        return cut();
    }

    /** Cuts the connection that it uses now, if there is one. */
    boolean cut() {
        Cancellable current;
        synchronized (this) {
            current = work;
        }
        return current != null && current.cancel();
    }
}
