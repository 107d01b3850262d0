// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import dev.conversations.api.operation.Verb;
import java.net.URI;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** A request that can be broken off from another thread, wherever it is: its connection is cut, not read to an end. */
public final class OutgoingRequest extends BasicClassicHttpRequest implements CancellableDependency {

    private static final long serialVersionUID = 1L;

    private final transient HttpHost target;
    private transient Cancellable work;
    private transient boolean cancelled;

    public OutgoingRequest(Verb verb, URI uri) {
        super(verb.name(), uri);
        target = new HttpHost(getScheme(), getAuthority());
    }

    private OutgoingRequest(Verb verb, OutgoingRequest other) {
        super(verb.name(), other.getScheme(), other.getAuthority(), null);
        target = other.target;
    }

    /** Another one to the same host, without a path. */
    OutgoingRequest again(Verb verb) {
        return new OutgoingRequest(verb, this);
    }

    /** The host that it goes to. */
    HttpHost target() {
        return target;
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
