// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark.measure;

import java.util.concurrent.Callable;

/** What is made when it is first asked for. */
public final class Lazy<T> implements AutoCloseable {

    private final Callable<? extends T> maker;
    private T made;

    public Lazy(Callable<? extends T> maker) {
        this.maker = maker;
    }

    public synchronized T get() throws Exception {
        made = made == null ? maker.call() : made;
        return made;
    }

    /** A call that is made of it when it is first called. */
    public Callable<?> way(Way<T> way) {
        Lazy<Callable<?>> call = new Lazy<>(() -> way.of(get()));
        return () -> call.get().call();
    }

    public interface Way<T> {
        Callable<?> of(T made) throws Exception;
    }

    @Override
    public synchronized void close() throws Exception {
        if (made instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
